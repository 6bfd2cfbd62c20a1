import type { Json } from '#sim/model/json.ts';
import type { ColumnShape, TableShape } from '#sim/model/rows.ts';
import { isSystemTable } from '../sql/system-tables.ts';
import type { Store } from './store.ts';

export interface StoredTable extends TableShape {
  /** Columns of the primary key in key order; `rowid` where none is declared. */
  readonly key: readonly string[];
}

/** Every table of a database with its columns, sorted by name. */
export function readShapes(store: Store): readonly StoredTable[] {
  const names = store
    .cells(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name`,
    )
    .map(([name]) => textOf(name));
  return names.map((name) => readShape(store, name));
}

function readShape(store: Store, name: string): StoredTable {
  const rows = store.cells('select name, type, pk from pragma_table_info(?) order by cid', [name]);
  const columns = rows.map(([column, type, pk]): ColumnShape => ({
    name: textOf(column),
    type: textOf(type),
    key: pk !== 0,
  }));
  const key = rows
    .filter(([, , pk]) => pk !== 0)
    .sort(([, , a], [, , b]) => Number(a) - Number(b))
    .map(([column]) => textOf(column));
  return { name, columns, system: isSystemTable(name), key: key.length === 0 ? ['rowid'] : key };
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Position of each key column among the columns; -1 stands for `rowid`. */
export function keyPositions(table: StoredTable): readonly number[] {
  return table.key.map((name) => table.columns.findIndex((column) => column.name === name));
}

export function rowOf(table: StoredTable, cells: readonly Json[]): Readonly<Record<string, Json>> {
  return Object.fromEntries(table.columns.map((column, index) => [column.name, cells[index] ?? null]));
}

function textOf(cell: Json | undefined): string {
  return typeof cell === 'string' ? cell : '';
}
