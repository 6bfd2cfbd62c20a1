import type { ColumnShape, Row, RowChange, TableShape } from '#sim/model/rows.ts';
import { printKey } from '../sql/sql-values.ts';
import { isSystemTable } from '../sql/system-tables.ts';
import { readRecord } from './record-text.ts';
import type { Session } from './session.ts';
import { fromPostgres } from './values.ts';
import type { Answer, ChangeNotice } from './wire.ts';

interface StoredColumn extends ColumnShape {
  readonly type: string;
  readonly typeId: number;
}

export interface StoredTable extends TableShape {
  readonly columns: readonly StoredColumn[];
  /** Positions of the key's columns in key order; of all columns where the table has no key. */
  readonly key: readonly number[];
}

const CATALOGUE = `
  select c.relname, a.attname, a.atttypid::int4, format_type(a.atttypid, a.atttypmod),
    array_position(i.indkey::int2[], a.attnum)
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_index i on i.indrelid = c.oid and i.indisprimary
  where n.nspname = $1 and c.relkind in ('r', 'p')
  order by c.relname collate "C", a.attnum`;

/** Every table of a schema with its columns, sorted by name. */
export async function readTables(session: Session, schema: string): Promise<readonly StoredTable[]> {
  const { rows } = await session.runOurs(CATALOGUE, [schema]);
  return [...new Set(rows.map(([table]) => table ?? ''))].map((name) => {
    const own = rows.filter(([table]) => table === name);
    const columns = own.map(([, column, typeId, type, place]): StoredColumn => ({
      name: column ?? '',
      type: type ?? '',
      typeId: Number(typeId),
      key: place !== null,
    }));
    const places = own.map(([, , , , place], index) => ({ index, place })).filter(({ place }) => place !== null);
    const key = places.sort((a, b) => Number(a.place) - Number(b.place)).map(({ index }) => index);
    return {
      name,
      columns,
      system: isSystemTable(name),
      key: key.length === 0 ? columns.map((_, index) => index) : key,
    };
  });
}

/** The rows of an answer, columns in the order they were asked for. */
export function rowsOf({ rows, fields }: Answer): readonly Row[] {
  return rows.map((row) =>
    Object.fromEntries(
      fields.map(({ name, dataTypeID }, index) => [name, fromPostgres(row[index] ?? null, dataTypeID)]),
    ),
  );
}

/** What the capture triggers told, as row changes. A row whose key changed is one gone and another come. */
export function changesOf({ changes }: Answer, tables: readonly StoredTable[]): readonly RowChange[] {
  return changes.flatMap((notice) => {
    const table = tables.find(({ name }) => name === notice.table);
    return table === undefined ? [] : readChange(notice, table);
  });
}

function readChange({ before: old, after: made }: ChangeNotice, table: StoredTable): readonly RowChange[] {
  const [before, after] = [readRow(old, table), readRow(made, table)];
  if (before !== null && after !== null && before.key !== after.key) {
    return [
      { table: table.name, key: before.key, before: before.row, after: null },
      { table: table.name, key: after.key, before: null, after: after.row },
    ];
  }
  const key = (after ?? before)?.key ?? '';
  return [{ table: table.name, key, before: before?.row ?? null, after: after?.row ?? null }];
}

function readRow(text: string, { columns, key }: StoredTable): { readonly key: string; readonly row: Row } | null {
  if (text === '') return null;
  const cells = readRecord(text);
  const values = columns.map(({ typeId }, index) => fromPostgres(cells[index] ?? null, typeId));
  return {
    key: printKey(key.map((index) => values[index] ?? null)),
    row: Object.fromEntries(columns.map(({ name }, index) => [name, values[index] ?? null])),
  };
}
