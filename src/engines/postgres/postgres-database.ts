import type { Database, DatabaseSpec, Executed, Operation, Refusal } from '#sim/kernel/engine-port.ts';
import { invariant } from '#sim/model/invariant.ts';
import { fail, ok, type Result } from '#sim/model/result.ts';
import type { RowChange, TableContents, TableShape } from '#sim/model/rows.ts';
import { readStatement } from '../sql/house-rules.ts';
import { numbered } from '../sql/statement-text.ts';
import { changesOf, rowsOf, type StoredTable } from './catalogue.ts';
import { ownerName } from './naming.ts';
import { postgresRefusal } from './refusal.ts';
import type { Schema } from './schema.ts';
import { quoted, type Session } from './session.ts';
import type { Answer } from './wire.ts';

const READS: ReadonlySet<string> = new Set('select values with explain table lock'.split(' '));
const WRITES: ReadonlySet<string> = new Set('insert update delete merge'.split(' '));

/**
 * One service's schema in a Postgres that several share. Whoever asks does so under a role of their own, so a
 * stranger is refused by PostgreSQL itself (R-OWN-1, R-OWN-2).
 */
export class PostgresDatabase implements Database {
  readonly spec: DatabaseSpec;
  readonly #session: Session;
  readonly #schema: Schema;
  #isInTransaction = false;
  /** Whether the open transaction changed the schema. */
  #schemaChanged = false;

  constructor(spec: DatabaseSpec, session: Session, schema: Schema) {
    this.spec = spec;
    this.#session = session;
    this.#schema = schema;
  }

  async tables(): Promise<readonly TableShape[]> {
    await this.#schema.settle();
    return this.#schema.tables.map(shapeOf);
  }

  async query(operation: Operation, as: string): Promise<Result<Executed, Refusal>> {
    invariant(!this.#isInTransaction, 'a query runs outside transactions');
    if (operation.kind !== 'sql') return fail(notSql());
    const text = numbered(operation, '$');
    const { refusal } = readStatement(text);
    if (refusal !== null) return fail(refusal);
    await this.#schema.settle();
    await this.#session.become(ownerName(as), this.#schema.name);
    return this.#outcome(await this.#session.read(text, operation.values));
  }

  async begin(as: string): Promise<void> {
    invariant(!this.#isInTransaction, 'one transaction at a time');
    await this.#schema.settle();
    await this.#session.become(ownerName(as), this.#schema.name);
    await this.#session.begin();
    this.#isInTransaction = true;
    this.#schemaChanged = false;
  }

  async execute(operation: Operation): Promise<Result<Executed, Refusal>> {
    invariant(this.#isInTransaction, 'a statement is executed inside a transaction');
    if (operation.kind !== 'sql') return fail(notSql());
    const text = numbered(operation, '$');
    const { refusal, verb } = readStatement(text);
    if (refusal !== null) return fail(refusal);
    const answer = await this.#session.run(text, operation.values);
    if (answer.error !== null) {
      if (!READS.has(verb)) this.#schema.touchAll();
      return fail(postgresRefusal(answer.error));
    }
    const outcome = this.#outcome(answer);
    this.#schema.touch(outcome.ok ? outcome.value.changes : []);
    if (READS.has(verb) || WRITES.has(verb)) return outcome;
    this.#schemaChanged = true;
    await this.#schema.relearn();
    return outcome;
  }

  async commit(): Promise<Result<null, Refusal>> {
    invariant(this.#isInTransaction, 'only an open transaction commits');
    this.#isInTransaction = false;
    const { error, tags } = await this.#session.commit();
    const isCommitted = error === null && tags.at(-1) === 'COMMIT';
    if (this.#schemaChanged) await this.#lookAgain();
    return isCommitted ? ok(null) : fail(postgresRefusal(error ?? ROLLED_BACK));
  }

  async rollback(): Promise<void> {
    if (!this.#isInTransaction) return;
    this.#isInTransaction = false;
    await this.#session.mustRun('rollback');
    if (this.#schemaChanged) await this.#lookAgain();
  }

  migrate(name: string, script: string, virtualMs: number): Promise<Result<readonly RowChange[], Refusal>> {
    invariant(!this.#isInTransaction, 'a migration runs outside transactions');
    return this.#schema.migrate(name, script, virtualMs);
  }

  async seed(): Promise<Result<null, Refusal & { readonly table: string }>> {
    await this.begin(this.spec.id);
    for (const [table, rows] of Object.entries(this.spec.rows)) {
      for (const row of rows) {
        const columns = Object.keys(row);
        const holes = columns.map((_, index) => `$${index + 1}`).join(', ');
        const text = `insert into ${quoted(table)} (${columns.map(quoted).join(', ')}) values (${holes})`;
        const answer = await this.#session.run(text, Object.values(row));
        this.#schema.touch(changesOf(answer, this.#schema.tables));
        if (answer.error === null) continue;
        this.#schema.touchAll();
        await this.rollback();
        return fail({ ...postgresRefusal(answer.error), table });
      }
    }
    const committed = await this.commit();
    return committed.ok ? committed : fail({ ...committed.problem, table: Object.keys(this.spec.rows).join(', ') });
  }

  async snapshot(): Promise<readonly TableContents[]> {
    await this.#schema.settle();
    await this.#session.become(this.#schema.name, this.#schema.name);
    const contents: TableContents[] = [];
    for (const table of this.#schema.tables) {
      const order = table.key.map((index) => quoted(table.columns[index]?.name ?? '')).join(', ');
      const answer = await this.#session.run(`select * from ${quoted(table.name)} order by ${order}`, []);
      contents.push({ ...shapeOf(table), rows: rowsOf(answer) });
    }
    return contents;
  }

  crash(): Promise<void> {
    return this.rollback();
  }

  async #lookAgain(): Promise<void> {
    await this.#session.forgetStatements(this.#schema.name);
    await this.#schema.relearn();
  }

  #outcome(answer: Answer): Result<Executed, Refusal> {
    if (answer.error !== null) return fail(postgresRefusal(answer.error));
    const tag = answer.tags.find((one) => /\d$/.test(one));
    const count = tag === undefined ? 0 : Number(tag.split(' ').at(-1));
    return ok({ rows: rowsOf(answer), count, changes: changesOf(answer, this.#schema.tables) });
  }
}

const ROLLED_BACK = {
  code: '25P02',
  message: 'the transaction was aborted by an earlier error: COMMIT became ROLLBACK',
  position: null,
};

function shapeOf({ name, columns, system }: StoredTable): TableShape {
  return { name, columns: columns.map(({ name: column, type, key }) => ({ name: column, type, key })), system };
}

function notSql(): Refusal {
  return { reason: 'unsupported', code: '0A000', message: 'this database is asked in SQL', position: null };
}
