import type { Json } from '#sim/model/json.ts';
import type { RowChange } from '#sim/model/rows.ts';
import { printKey } from '../sql/sql-values.ts';
import { keyPositions, quoted, rowOf, type StoredTable } from './shapes.ts';
import type { Store } from './store.ts';

const LOG = 'sagascope_captured';
const EVENTS = ['insert', 'update', 'delete'] as const;

/** Sees every row change through triggers that write into a temporary table, read back in the same turn. */
export class Capture {
  readonly #store: Store;
  #tables: readonly StoredTable[] = [];
  #width = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Watches these tables from now on. Called after every change of the schema. */
  watch(tables: readonly StoredTable[]): void {
    this.release();
    this.#tables = tables;
    this.#width = Math.max(0, ...tables.map((table) => table.columns.length + 1));
    const columns = Array.from({ length: this.#width * 2 }, (_, index) => `c${String(index)}`);
    this.#store.exec(`create temp table ${LOG} (n integer primary key, place integer, ${columns.join(', ')})`);
    this.#store.exec(tables.flatMap((table, place) => this.#triggers(table, place)).join(';'));
  }

  /** Lets go of the tables, so that a migration may alter them. */
  release(): void {
    const drops = this.#tables.flatMap((_, place) =>
      EVENTS.map((event) => `drop trigger if exists temp.sagascope_${event}_${String(place)};`),
    );
    this.#store.exec(`${drops.join('')}drop table if exists temp.${LOG}`);
    this.#tables = [];
  }

  /** What changed since the last time, in the order it changed. */
  take(): readonly RowChange[] {
    const rows = this.#store.cells(`select * from temp.${LOG} order by n`);
    if (rows.length === 0) return [];
    this.#store.cells(`delete from temp.${LOG}`);
    return rows.flatMap((row) => this.#changes(row));
  }

  #triggers(table: StoredTable, place: number): readonly string[] {
    const half = (row: 'old' | 'new', from: number): readonly (readonly [string, string])[] =>
      ['rowid', ...table.columns.map((column) => column.name)].map((name, index) => [
        `c${String(from + index)}`,
        name === 'rowid' ? this.#rowid(table, row) : `${row}.${quoted(name)}`,
      ]);
    const before = half('old', 0);
    const after = half('new', this.#width);
    const parts = { insert: after, update: [...before, ...after], delete: before };
    return EVENTS.map((event) => {
      const pairs = parts[event];
      return (
        `create temp trigger sagascope_${event}_${String(place)} after ${event} on main.${quoted(table.name)} begin ` +
        `insert into ${LOG} (place, ${pairs.map(([column]) => column).join(', ')}) ` +
        `values (${String(place)}, ${pairs.map(([, value]) => value).join(', ')}); end`
      );
    });
  }

  /** A mark that the row was there; its rowid where that is the key. */
  #rowid(table: StoredTable, row: 'old' | 'new'): string {
    return table.key[0] === 'rowid' ? `${row}.rowid` : '1';
  }

  #changes([, place, ...cells]: readonly Json[]): readonly RowChange[] {
    const table = this.#tables[Number(place)];
    if (table === undefined) return [];
    const before = side(table, cells.slice(0, this.#width));
    const after = side(table, cells.slice(this.#width));
    if (before !== null && after !== null && before.key !== after.key) {
      return [
        { table: table.name, key: before.key, before: before.row, after: null },
        { table: table.name, key: after.key, before: null, after: after.row },
      ];
    }
    const key = (after ?? before)?.key ?? '';
    return [{ table: table.name, key, before: before?.row ?? null, after: after?.row ?? null }];
  }
}

function side(table: StoredTable, [mark, ...cells]: readonly Json[]): { key: string; row: RowChange['after'] } | null {
  if (mark === null || mark === undefined) return null;
  const key = printKey(keyPositions(table).map((position) => (position === -1 ? mark : (cells[position] ?? null))));
  return { key, row: rowOf(table, cells) };
}
