import type { DatabaseId } from '../../model/ids.ts';
import type { Row, RowChange, TableShape } from '../../model/rows.ts';
import type { Step } from '../../trace/step.ts';
import type { Opening } from '../../trace/trace.ts';
import { MirrorTable } from './mirror-table.ts';

/** A row as a commit made it everybody's. */
export interface CommittedChange extends RowChange {
  readonly database: DatabaseId;
  /** `order.orders` */
  readonly address: string;
}

const NONE: readonly CommittedChange[] = [];

/**
 * The committed rows of every database, as an observer who is no caller reads them. What a transaction changes counts
 * when it commits and never when it aborts; a statement outside one counts at once (R-TX-1).
 */
export class Mirror {
  readonly #tables = new Map<string, MirrorTable>();
  readonly #pending = new Map<string, CommittedChange[]>();

  constructor(opening: Opening) {
    for (const { id, tables } of opening.databases) {
      for (const table of tables) this.#tables.set(`${id}.${table.name}`, MirrorTable.of(table));
    }
  }

  /** Rows of `database.table` in key order; none for a table that is not there. */
  rows(address: string): readonly Row[] {
    return this.#tables.get(address)?.rows ?? [];
  }

  /** What the step commits, in the order it was written. */
  observe(step: Step): readonly CommittedChange[] {
    switch (step.kind) {
      case 'rows.changed':
      case 'message.recorded':
      case 'inbox.marked':
        return step.tx === null
          ? this.#commit(changesIn(step.database, step.changes))
          : this.#remember(step.database, step.tx, step.changes);
      case 'outbox.marked':
      case 'database.crashed':
        return this.#commit(changesIn(step.database, step.changes));
      case 'migration.applied':
        this.#reshape(step.database, step.tables);
        return this.#commit(changesIn(step.database, step.changes));
      case 'transaction.committed':
        return this.#commit(this.#forget(step.database, step.tx));
      case 'transaction.aborted':
        this.#forget(step.database, step.tx);
        return NONE;
      default:
        return NONE;
    }
  }

  #remember(database: DatabaseId, tx: string, changes: readonly RowChange[]): readonly CommittedChange[] {
    const name = `${database} ${tx}`;
    const before = this.#pending.get(name);
    if (before === undefined) this.#pending.set(name, [...changesIn(database, changes)]);
    else before.push(...changesIn(database, changes));
    return NONE;
  }

  #forget(database: DatabaseId, tx: string): readonly CommittedChange[] {
    const name = `${database} ${tx}`;
    const changes = this.#pending.get(name) ?? NONE;
    this.#pending.delete(name);
    return changes;
  }

  #commit(changes: readonly CommittedChange[]): readonly CommittedChange[] {
    for (const change of changes) this.#table(change.address).apply(change);
    return changes;
  }

  /** A collection may come into being with its first document. */
  #table(address: string): MirrorTable {
    const table = this.#tables.get(address) ?? new MirrorTable([]);
    this.#tables.set(address, table);
    return table;
  }

  #reshape(database: DatabaseId, shapes: readonly TableShape[]): void {
    const kept = new Set(shapes.map(({ name }) => `${database}.${name}`));
    for (const address of this.#tables.keys()) {
      if (address.startsWith(`${database}.`) && !kept.has(address)) this.#tables.delete(address);
    }
    for (const { name, columns } of shapes) this.#table(`${database}.${name}`).reshape(columns);
  }
}

const changesIn = (database: DatabaseId, changes: readonly RowChange[]): readonly CommittedChange[] =>
  changes.map((change) => ({ ...change, database, address: `${database}.${change.table}` }));
