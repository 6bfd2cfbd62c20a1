import type { Database, DatabaseSpec, Executed, Operation, Refusal } from '#sim/kernel/engine-port.ts';
import { invariant } from '#sim/model/invariant.ts';
import { fail, ok, type Result } from '#sim/model/result.ts';
import type { RowChange, TableContents, TableShape } from '#sim/model/rows.ts';
import { accessDenied, mayEnter } from '../access.ts';
import { CommittedDocuments, type Documents, SessionDocuments } from './documents.ts';
import { MongoRefusal, mongoRefusal } from './mongo-refusal.ts';
import { carryOut } from './operations.ts';
import { shapeOf, SYSTEM_COLLECTIONS } from './shapes.ts';

interface Transaction {
  readonly caller: string;
  /** Null where every write of a document commits alone (R-TX-3). */
  readonly session: SessionDocuments | null;
  /** MongoDB ends a transaction at its first error; what follows is refused. */
  isAborted: boolean;
}

/** A database of documents: MongoDB's operations and refusals over LokiJS and mingo. */
export class DocumentDatabase implements Database {
  readonly spec: DatabaseSpec;
  readonly #committed: CommittedDocuments;
  readonly #keepsRowsInCrash: boolean;
  #transaction: Transaction | null = null;
  #madeIds = 0;

  constructor(spec: DatabaseSpec, keepsRowsInCrash: boolean) {
    this.spec = spec;
    this.#keepsRowsInCrash = keepsRowsInCrash;
    this.#committed = new CommittedDocuments(spec.id, [
      ...new Set([...SYSTEM_COLLECTIONS, ...spec.collections, ...Object.keys(spec.rows)]),
    ]);
  }

  async tables(): Promise<readonly TableShape[]> {
    return (await this.snapshot()).map(({ name, columns, system }) => ({ name, columns, system }));
  }

  query(operation: Operation, as: string): Promise<Result<Executed, Refusal>> {
    invariant(this.#transaction === null, 'a query runs outside transactions');
    if (operation.kind !== 'sql' && operation.kind !== 'find' && operation.kind !== 'aggregate') {
      const refusal: Refusal = {
        reason: 'read-only',
        code: 'READ_ONLY',
        message: `a read does not ${operation.kind}`,
        position: null,
      };
      return Promise.resolve(fail(mayEnter(this.spec, as) ? refusal : accessDenied(this.spec, as)));
    }
    return Promise.resolve(this.#run(operation, as, this.#committed));
  }

  begin(as: string): Promise<void> {
    invariant(this.#transaction === null, 'one transaction at a time');
    const session = this.spec.atomicity === 'session' ? new SessionDocuments(this.#committed) : null;
    this.#transaction = { caller: as, session, isAborted: false };
    return Promise.resolve();
  }

  execute(operation: Operation): Promise<Result<Executed, Refusal>> {
    const transaction = this.#transaction;
    invariant(transaction !== null, 'an operation is executed inside a transaction');
    if (transaction.isAborted) return Promise.resolve(fail(aborted()));
    const outcome = this.#run(operation, transaction.caller, transaction.session ?? this.#committed);
    if (!outcome.ok && transaction.session !== null) transaction.isAborted = true;
    return Promise.resolve(outcome);
  }

  commit(): Promise<Result<null, Refusal>> {
    const transaction = this.#transaction;
    invariant(transaction !== null, 'only an open transaction commits');
    this.#transaction = null;
    if (transaction.isAborted) return Promise.resolve(fail(aborted()));
    transaction.session?.commit();
    return Promise.resolve(ok(null));
  }

  rollback(): Promise<void> {
    this.#transaction = null;
    return Promise.resolve();
  }

  /** Documents have no schema to migrate (R-MIG-7). */
  migrate(name: string): Promise<Result<readonly RowChange[], Refusal>> {
    const message = `${name}: a database of documents has no schema to migrate`;
    return Promise.resolve(fail({ reason: 'unsupported', code: 'UNSUPPORTED', message, position: null }));
  }

  seed(): Promise<Result<null, Refusal & { readonly table: string }>> {
    const session = new SessionDocuments(this.#committed);
    for (const [collection, rows] of Object.entries(this.spec.rows)) {
      for (const document of rows) {
        try {
          carryOut({ kind: 'insert', collection, document }, session, this.#newId);
        } catch (error) {
          return Promise.resolve(fail({ ...mongoRefusal(error), table: collection }));
        }
      }
    }
    session.commit();
    return Promise.resolve(ok(null));
  }

  snapshot(): Promise<readonly TableContents[]> {
    const names = this.#committed.collections().toSorted((a, b) => (a < b ? -1 : 1));
    return Promise.resolve(
      names.map((name) => {
        const rows = this.#committed.all(name);
        return { ...shapeOf(name, rows), rows };
      }),
    );
  }

  crash(): Promise<void> {
    this.#transaction = null;
    if (!this.#keepsRowsInCrash) this.#committed.clear();
    return Promise.resolve();
  }

  /** Ids for documents that come without one: counted, so that the same run makes the same ids (E9). */
  readonly #newId = (): string => {
    this.#madeIds += 1;
    return this.#madeIds.toString(16).padStart(24, '0');
  };

  #run(operation: Operation, as: string, documents: Documents): Result<Executed, Refusal> {
    if (!mayEnter(this.spec, as)) return fail(accessDenied(this.spec, as));
    try {
      if (operation.kind === 'sql')
        throw new MongoRefusal(115, 'this database is asked in document operations, not in SQL');
      return ok(carryOut(operation, documents, this.#newId));
    } catch (error) {
      return fail(mongoRefusal(error));
    }
  }
}

function aborted(): Refusal {
  return mongoRefusal(new MongoRefusal(251, 'the transaction has been aborted by an earlier error'));
}
