import { compareKeys, keyOf } from '#sim/projections/key-order.ts';
import { pageOf, type RowState, type RowTouch, type TableView } from '#sim/projections/tables.ts';
import type { Json } from '#sim/model/json.ts';
import type { Row } from '#sim/model/rows.ts';

/** Before the latest change of the database, the change itself, or what stands there now. */
export type RowsView = 'before' | 'change' | 'after';

export interface ShownCell {
  readonly column: string;
  readonly value: Json | undefined;
  /** What stood here before; undefined when nothing else did. */
  readonly was: Json | undefined;
}

export interface ShownRow {
  readonly key: string;
  readonly mark: RowTouch['kind'] | null;
  /** Written by a transaction that has not committed. */
  readonly pending: boolean;
  /** It is not in the table any more. */
  readonly gone: boolean;
  /** Touched by the very step at the cursor. */
  readonly now: boolean;
  readonly row: Row;
  /** What it was, where both are shown. */
  readonly before: Row | null;
  readonly cells: readonly ShownCell[];
}

/** The rows of one page of a table, in key order, as a view shows them. Rows that are gone are on the page they stood on. */
export function shownRows(table: TableView, view: RowsView, start: number, count: number): readonly ShownRow[] {
  const rows = pageOf(table, start, count);
  const touches = new Map(table.recent.map((touch) => [touch.key, touch]));
  if (view === 'after') return rows.flatMap((row) => afterRow(table, row));
  const kept = rows.flatMap((row) => {
    const touch = touches.get(row.key) ?? null;
    return view === 'before' ? beforeRow(table, row, touch) : changeRow(table, row, touch);
  });
  const present = new Set(rows.map(({ key }) => key));
  const gone = table.recent.filter((touch) => touch.before !== null && !present.has(touch.key));
  const last = start + count >= table.rows.size;
  const shown = gone.flatMap((touch) => goneRow(table, touch, view));
  return inKeyOrder(table, [...kept, ...(last ? shown : shown.filter((row) => isBefore(table, row, rows.at(-1))))]);
}

/** Two rows that look the same: rows of a trace are never changed, so the same object holds the same values. */
export function looksSame(one: ShownRow, other: ShownRow): boolean {
  return (
    one.row === other.row &&
    one.before === other.before &&
    one.mark === other.mark &&
    one.pending === other.pending &&
    one.gone === other.gone &&
    one.now === other.now
  );
}

/** How many rows the latest change of the database touched in a table. */
export const changeCount = (table: TableView): number => table.recent.length;

function afterRow(table: TableView, state: RowState): readonly ShownRow[] {
  if (state.current === null) return [];
  return [shown(table, state.key, state.current, { pending: state.pending !== null })];
}

function beforeRow(table: TableView, state: RowState, touch: RowTouch | null): readonly ShownRow[] {
  const row = touch === null ? state.committed : touch.kind === 'reverted' ? touch.after : touch.before;
  return row === null ? [] : [shown(table, state.key, row)];
}

function changeRow(table: TableView, state: RowState, touch: RowTouch | null): readonly ShownRow[] {
  const row = state.current ?? touch?.before ?? state.committed;
  if (row === null) return [];
  return [shown(table, state.key, row, { pending: state.pending !== null, touch })];
}

/** A row of the latest change that is not in the table any more: deleted for good, or an insert that was undone. */
function goneRow(table: TableView, touch: RowTouch, view: RowsView): readonly ShownRow[] {
  if (touch.before === null || (view === 'before' && touch.kind === 'reverted')) return [];
  return [shown(table, touch.key, touch.before, view === 'before' ? {} : { touch })];
}

function shown(
  table: TableView,
  key: string,
  row: Row,
  { pending = false, touch = null }: { readonly pending?: boolean; readonly touch?: RowTouch | null } = {},
): ShownRow {
  const gone = touch?.after === null;
  // Of an update that was undone, what was written stands where else the old value stands: struck.
  const before = touch === null || gone || touch.kind === 'inserted' ? null : touch.before;
  const now = touch !== null && table.touches.some((other) => other.key === key);
  return { key, mark: touch?.kind ?? null, pending, gone, now, row, before, cells: cellsOf(table, row, before) };
}

/** The columns of the table, then what else a row has: documents of one collection need not agree on their fields. */
function cellsOf({ columns }: TableView, row: Row, before: Row | null): readonly ShownCell[] {
  const names = new Set([...columns.map(({ name }) => name), ...Object.keys(row), ...Object.keys(before ?? {})]);
  return [...names].map((name) => {
    const value = row[name];
    const was = before === null || same(before[name], value) ? undefined : (before[name] ?? null);
    return { column: name, value, was };
  });
}

const same = (one: Json | undefined, other: Json | undefined): boolean => JSON.stringify(one) === JSON.stringify(other);

function inKeyOrder(table: TableView, rows: readonly ShownRow[]): readonly ShownRow[] {
  return rows.toSorted((a, b) => compareKeys(keyOf(a.row, table.columns, a.key), keyOf(b.row, table.columns, b.key)));
}

function isBefore(table: TableView, row: ShownRow, last: RowState | undefined): boolean {
  return last !== undefined && compareKeys(keyOf(row.row, table.columns, row.key), last.order) < 0;
}
