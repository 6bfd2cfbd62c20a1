import type { EngineKind } from '../kernel/engine-port.ts';
import type { ActorId, DatabaseId } from '../model/ids.ts';
import type { Row, TableShape } from '../model/rows.ts';
import type { Step } from '../trace/step.ts';
import type { Opening, OpeningDatabase } from '../trace/trace.ts';
import { compareKeys, type KeyValues, keyOf, printKey } from './key-order.ts';
import { allItems, type OrderedList, orderedList, sliceItems } from './ordered-list.ts';
import type { Projection } from './projection.ts';
import { beginTransaction, changeRows, clearTouches, reshape, settle } from './table-edits.ts';

/** One row at the cursor. `current` is what the open transaction sees, `committed` what everybody else does. */
export interface RowState {
  readonly key: string;
  readonly order: KeyValues;
  readonly committed: Row | null;
  readonly current: Row | null;
  readonly pending: 'insert' | 'update' | 'delete' | null;
}

/** What became of a row: a change not yet committed, a commit or lone write, or a change undone. */
export interface RowTouch {
  readonly kind: 'inserted' | 'updated' | 'deleted' | 'reverted';
  readonly settled: boolean;
  readonly key: string;
  readonly before: Row | null;
  readonly after: Row | null;
}

export interface TableView extends TableShape {
  /** In key order. A row deleted by the open transaction is still here, with `current` null. */
  readonly rows: OrderedList<RowState>;
  /** What this very step did. */
  readonly touches: readonly RowTouch[];
  /** The net effect of the latest transaction, or statement outside one, that changed this database. */
  readonly recent: readonly RowTouch[];
}

export interface OpenTransaction {
  readonly tx: string;
  readonly actor: ActorId;
  readonly instance: number;
  readonly changed: readonly { readonly table: string; readonly key: string; readonly order: KeyValues }[];
}

export interface DatabaseView {
  readonly id: DatabaseId;
  readonly owner: ActorId;
  readonly engine: EngineKind;
  readonly product: string;
  readonly standsFor: string | null;
  readonly tables: readonly TableView[];
  readonly open: readonly OpenTransaction[];
  /** Which transaction or step `recent` tells of. */
  readonly unit: string | null;
}

export type TablesView = readonly DatabaseView[];

/** Every table of every database at the cursor, committed rows and pending ones told apart (R-TX-1, R-TX-2). */
export const tables: Projection<TablesView> = {
  name: 'tables',
  initial: ({ databases }: Opening) => databases.map(opened),
  apply(view, step) {
    const before = clear(view);
    if (!('database' in step) && step.kind !== 'service.crashed') return before;
    return before.map((database) => (concerns(step, database) ? edited(database, step) : database));
  },
};

export const databaseOf = (view: TablesView, id: DatabaseId): DatabaseView | undefined =>
  view.find((database) => database.id === id);

export const tableOf = (database: DatabaseView, name: string): TableView | undefined =>
  database.tables.find((table) => table.name === name);

/** Up to `count` rows from position `start`, in key order. */
export const pageOf = (table: TableView, start: number, count: number): readonly RowState[] =>
  sliceItems(table.rows, start, count);

/** The rows an observer outside every transaction reads. */
export const committedRows = (table: TableView): readonly Row[] =>
  allItems(table.rows).flatMap(({ committed }) => (committed === null ? [] : [committed]));

function opened({ id, owner, engine, product, standsFor, tables }: OpeningDatabase): DatabaseView {
  const views = tables.map(({ name, columns, system, rows }) => {
    const states = rows.map((row): RowState => {
      const order = keyOf(row, columns, JSON.stringify(row));
      return { key: printKey(order), order, committed: row, current: row, pending: null };
    });
    const list = orderedList(states, (a, b) => compareKeys(a.order, b.order));
    return { name, columns, system, rows: list, touches: [], recent: [] };
  });
  return { id, owner, engine, product, standsFor, tables: views, open: [], unit: null };
}

const clear = (view: TablesView): TablesView =>
  view.some(({ tables }) => tables.some(({ touches }) => touches.length > 0)) ? view.map(clearTouches) : view;

/** A crash may have left a transaction open in any database. */
const concerns = (step: Step, { id }: DatabaseView): boolean =>
  step.kind === 'service.crashed' || ('database' in step && step.database === id);

function edited(database: DatabaseView, step: Step): DatabaseView {
  switch (step.kind) {
    case 'transaction.begun':
      return beginTransaction(database, { tx: step.tx, actor: step.actor, instance: step.instance, changed: [] });
    case 'rows.changed':
    case 'message.recorded':
    case 'inbox.marked':
      return changeRows(database, step.changes, unitOf(step, step.tx));
    case 'outbox.marked':
      return changeRows(database, step.changes, unitOf(step, null));
    case 'migration.applied':
      return changeRows(reshape(database, step.tables), step.changes, unitOf(step, null));
    case 'transaction.committed':
      return settle(database, ({ tx }) => tx === step.tx, 'commit');
    case 'transaction.aborted':
      return settle(database, ({ tx }) => tx === step.tx, 'revert');
    case 'service.crashed':
      return settle(database, (tx) => tx.actor === step.service && tx.instance === step.instance, 'revert');
    case 'database.crashed':
      return changeRows(
        settle(database, () => true, 'revert'),
        step.changes,
        unitOf(step, null),
      );
    default:
      return database;
  }
}

const unitOf = (step: Step, tx: string | null) => ({
  tx,
  name: tx ?? `step ${String(step.number)}`,
  actor: step.actor,
  instance: step.instance,
});
