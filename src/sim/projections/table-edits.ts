import type { Row, RowChange, TableShape } from '../model/rows.ts';
import { compareKeys, type KeyValues, keyOf, printKey } from './key-order.ts';
import { emptyList, findItem, type OrderedList, putItem, removeItem } from './ordered-list.ts';
import type { DatabaseView, OpenTransaction, RowState, RowTouch, TableView } from './tables.ts';

/** Who makes a change: a transaction, or a statement that commits alone (`tx` null). */
export interface Unit {
  readonly tx: string | null;
  readonly name: string;
  readonly actor: string;
  readonly instance: number;
}

export const beginTransaction = (database: DatabaseView, tx: OpenTransaction): DatabaseView => ({
  ...database,
  open: [...database.open, tx],
});

export function clearTouches(database: DatabaseView): DatabaseView {
  if (database.tables.every(({ touches }) => touches.length === 0)) return database;
  const tables = database.tables.map((table) => (table.touches.length === 0 ? table : { ...table, touches: [] }));
  return { ...database, tables };
}

/** Puts a statement's changes in: pending when its unit is a transaction, committed otherwise. */
export function changeRows(database: DatabaseView, changes: readonly RowChange[], unit: Unit): DatabaseView {
  if (changes.length === 0) return database;
  const fresh = database.unit === unit.name ? database : forgetRecent(database, unit.name);
  const tables = fresh.tables.map((table) => {
    const own = changes.filter((change) => change.table === table.name);
    return own.length === 0 ? table : changedTable(table, own, unit.tx !== null);
  });
  return { ...fresh, tables, open: unit.tx === null ? fresh.open : noted(fresh, changes, unit, unit.tx) };
}

/** Ends the transactions that `ends` picks: their rows become everybody's, or are as if they had never been written. */
export function settle(
  database: DatabaseView,
  ends: (tx: OpenTransaction) => boolean,
  how: 'commit' | 'revert',
): DatabaseView {
  const ended = database.open.filter(ends);
  if (ended.length === 0) return database;
  const changed = ended.flatMap((tx) => tx.changed);
  const tables = database.tables.map((table) => {
    const keys = changed.filter((change) => change.table === table.name);
    return keys.length === 0 ? table : settledTable(table, keys, how);
  });
  return { ...database, tables, open: database.open.filter((tx) => !ends(tx)) };
}

/** The tables as a migration leaves them: rows stay with the table that keeps its name. */
export function reshape(database: DatabaseView, shapes: readonly TableShape[]): DatabaseView {
  const tables = shapes.map(({ name, columns, system }): TableView => {
    const known = database.tables.find((table) => table.name === name);
    const rows: OrderedList<RowState> = known?.rows ?? emptyList();
    return { name, columns, system, rows, touches: known?.touches ?? [], recent: known?.recent ?? [] };
  });
  return { ...database, tables };
}

const forgetRecent = (database: DatabaseView, unit: string): DatabaseView => ({
  ...database,
  unit,
  tables: database.tables.map((table) => (table.recent.length === 0 ? table : { ...table, recent: [] })),
});

const orderIn = (rows: OrderedList<RowState>, order: KeyValues) =>
  findItem(rows, (row) => compareKeys(row.order, order));

const put = (rows: OrderedList<RowState>, row: RowState): OrderedList<RowState> =>
  row.current === null && row.committed === null
    ? removeItem(rows, (other) => compareKeys(other.order, row.order))
    : putItem(rows, row, (a, b) => compareKeys(a.order, b.order));

function changedTable(table: TableView, changes: readonly RowChange[], pending: boolean): TableView {
  let rows = table.rows;
  const touches: RowTouch[] = [];
  for (const change of changes) {
    for (const [row, key, order] of writesOf(change, table)) {
      const committed = orderIn(rows, order)?.committed ?? null;
      const after = pending ? { committed, current: row } : { committed: row, current: row };
      rows = put(rows, { key, order, ...after, pending: pendingKind(after.committed, after.current) });
    }
    touches.push(touchOf(change, !pending));
  }
  return {
    ...table,
    rows,
    touches: merged(table.touches, touches),
    recent: merged(table.recent, touches),
  };
}

/** An update of the key itself is a row gone and a row come. */
function writesOf(change: RowChange, { columns }: TableView): readonly (readonly [Row | null, string, KeyValues])[] {
  const before = change.before === null ? null : keyOf(change.before, columns, change.key);
  const after = change.after === null ? null : keyOf(change.after, columns, change.key);
  if (after === null) return before === null ? [] : [[null, change.key, before]];
  if (before === null || compareKeys(before, after) === 0) return [[change.after, change.key, after]];
  return [
    [null, printKey(before), before],
    [change.after, printKey(after), after],
  ];
}

function pendingKind(committed: Row | null, current: Row | null): RowState['pending'] {
  if (committed === current) return null;
  if (committed === null) return 'insert';
  return current === null ? 'delete' : 'update';
}

function touchOf({ key, before, after }: Pick<RowChange, 'key' | 'before' | 'after'>, settled: boolean): RowTouch {
  return { kind: before === null ? 'inserted' : after === null ? 'deleted' : 'updated', settled, key, before, after };
}

/** One touch per row: an insert that is then updated is an insert, an insert that is then deleted is nothing. */
function merged(touches: readonly RowTouch[], more: readonly RowTouch[]): readonly RowTouch[] {
  if (touches.length === 0 && more.length === 1) return more;
  const byKey = new Map(touches.map((touch) => [touch.key, touch]));
  for (const next of more) {
    const earlier = byKey.get(next.key);
    if (earlier === undefined) byKey.set(next.key, next);
    else if (earlier.before === null && next.after === null) byKey.delete(next.key);
    else byKey.set(next.key, touchOf({ key: next.key, before: earlier.before, after: next.after }, next.settled));
  }
  return [...byKey.values()];
}

/** Notes which rows a transaction changed, so that its end need not look at any other. */
function noted(
  database: DatabaseView,
  changes: readonly RowChange[],
  unit: Unit,
  tx: string,
): readonly OpenTransaction[] {
  const changed = changes.flatMap((change) => {
    const table = database.tables.find(({ name }) => name === change.table);
    if (table === undefined) return [];
    return writesOf(change, table).map(([, key, order]) => ({ table: change.table, key, order }));
  });
  const known = database.open.find((open) => open.tx === tx);
  const base = known ?? { tx, actor: unit.actor, instance: unit.instance, changed: [] };
  return [...database.open.filter((open) => open !== known), { ...base, changed: [...base.changed, ...changed] }];
}

function settledTable(table: TableView, keys: OpenTransaction['changed'], how: 'commit' | 'revert'): TableView {
  let rows = table.rows;
  const touches: RowTouch[] = [];
  for (const { order } of keys) {
    const row = orderIn(rows, order);
    if (row === undefined || row.pending === null) continue;
    const stays = how === 'commit' ? row.current : row.committed;
    touches.push(settledTouch(row, how));
    rows = put(rows, { ...row, committed: stays, current: stays, pending: null });
  }
  return { ...table, rows, touches: merged(table.touches, touches), recent: touches };
}

function settledTouch(row: RowState, how: 'commit' | 'revert'): RowTouch {
  if (how === 'commit') return touchOf({ key: row.key, before: row.committed, after: row.current }, true);
  return { kind: 'reverted', settled: true, key: row.key, before: row.current, after: row.committed };
}
