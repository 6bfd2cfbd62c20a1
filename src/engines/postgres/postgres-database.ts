import type { Database, DatabaseSpec, Executed, Operation, Refusal } from '#sim/kernel/engine-port.ts';
import { invariant } from '#sim/model/invariant.ts';
import { fail, ok, type Result } from '#sim/model/result.ts';
import type { RowChange, TableContents, TableShape } from '#sim/model/rows.ts';
import { historyEntry } from '../flyway.ts';
import { readStatement } from '../sql/house-rules.ts';
import { numbered } from '../sql/statement-text.ts';
import { changesOf, readTables, rowsOf, type StoredTable } from './catalogue.ts';
import { postgresRefusal } from './refusal.ts';
import { ownerName } from './naming.ts';
import { quoted, type Session } from './session.ts';
import type { Answer } from './wire.ts';

const ROW_VERBS: ReadonlySet<string> = new Set(
  'select values with insert update delete merge explain table lock'.split(' '),
);

/**
 * One service's schema in a Postgres that several share. Whoever asks does so under a role of their own, so a
 * stranger is refused by PostgreSQL itself (R-OWN-1, R-OWN-2).
 */
export class PostgresDatabase implements Database {
  readonly spec: DatabaseSpec;
  readonly #session: Session;
  readonly #schema: string;
  #tables: readonly StoredTable[] = [];
  #isInTransaction = false;
  /** Whether the open transaction changed the schema. */
  #schemaTouched = false;

  constructor(spec: DatabaseSpec, session: Session) {
    this.spec = spec;
    this.#session = session;
    this.#schema = ownerName(spec.id);
  }

  /** Puts the capture on new tables and learns all tables' columns; to be called once before all else. */
  async learn(): Promise<readonly RowChange[]> {
    const isOpen = this.spec.access === 'anyone';
    const told = await this.#session.run('select sagascope.attach($1, $2)', [this.#schema, isOpen]);
    invariant(told.error === null, `capture is put on ${this.#schema}: ${told.error?.message ?? ''}`);
    this.#tables = await readTables(this.#session, this.#schema);
    return changesOf(told, this.#tables);
  }

  tables(): Promise<readonly TableShape[]> {
    return Promise.resolve(this.#tables.map(shapeOf));
  }

  async query(operation: Operation, as: string): Promise<Result<Executed, Refusal>> {
    invariant(!this.#isInTransaction, 'a query runs outside transactions');
    if (operation.kind !== 'sql') return fail(notSql());
    const text = numbered(operation, '$');
    const { refusal } = readStatement(text);
    if (refusal !== null) return fail(refusal);
    await this.#session.become(ownerName(as), this.#schema);
    return this.#outcome(await this.#session.read(text, operation.values));
  }

  async begin(as: string): Promise<void> {
    invariant(!this.#isInTransaction, 'one transaction at a time');
    await this.#session.become(ownerName(as), this.#schema);
    await this.#session.begin();
    this.#isInTransaction = true;
    this.#schemaTouched = false;
  }

  async execute(operation: Operation): Promise<Result<Executed, Refusal>> {
    invariant(this.#isInTransaction, 'a statement is executed inside a transaction');
    if (operation.kind !== 'sql') return fail(notSql());
    const text = numbered(operation, '$');
    const { refusal, verb } = readStatement(text);
    if (refusal !== null) return fail(refusal);
    const answer = await this.#session.run(text, operation.values);
    if (answer.error !== null || ROW_VERBS.has(verb)) return this.#outcome(answer);
    this.#schemaTouched = true;
    const outcome = this.#outcome(answer);
    await this.learn();
    return outcome;
  }

  async commit(): Promise<Result<null, Refusal>> {
    invariant(this.#isInTransaction, 'only an open transaction commits');
    this.#isInTransaction = false;
    const { error, tags } = await this.#session.commit();
    if (this.#schemaTouched) await this.#session.forgetStatements();
    if (error === null && tags.at(-1) === 'COMMIT') return ok(null);
    if (this.#schemaTouched) await this.learn();
    return fail(postgresRefusal(error ?? ROLLED_BACK));
  }

  async rollback(): Promise<void> {
    if (!this.#isInTransaction) return;
    this.#isInTransaction = false;
    await this.#session.mustRun('rollback');
    if (!this.#schemaTouched) return;
    await this.#session.forgetStatements();
    await this.learn();
  }

  /** The whole script in one transaction with its history row: on refusal nothing stays behind (E5, R-MIG-4). */
  async migrate(name: string, script: string, virtualMs: number): Promise<Result<readonly RowChange[], Refusal>> {
    const { refusal } = readStatement(script);
    if (refusal !== null) return fail(refusal);
    await this.begin(this.spec.id);
    this.#schemaTouched = true;
    const answer = await this.#session.script(script);
    if (answer.error !== null) {
      await this.rollback();
      return fail(postgresRefusal(answer.error));
    }
    const changes = [...changesOf(answer, this.#tables), ...(await this.learn())];
    const entry = historyEntry(name, script, virtualMs);
    const columns = Object.keys(entry);
    const history = await this.#session.run(
      `insert into schema_history (installed_rank, ${columns.join(', ')}, success) ` +
        `select coalesce(max(installed_rank), 0) + 1, ${columns.map((_, index) => `$${String(index + 1)}`).join(', ')}, true ` +
        `from schema_history`,
      Object.values(entry),
    );
    invariant(history.error === null, `the history of ${name} is written: ${history.error?.message ?? ''}`);
    const committed = await this.commit();
    return committed.ok ? ok([...changes, ...changesOf(history, this.#tables)]) : committed;
  }

  async seed(): Promise<Result<null, Refusal & { readonly table: string }>> {
    await this.begin(this.spec.id);
    for (const [table, rows] of Object.entries(this.spec.rows)) {
      for (const row of rows) {
        const columns = Object.keys(row);
        const holes = columns.map((_, index) => `$${String(index + 1)}`).join(', ');
        const text = `insert into ${quoted(table)} (${columns.map(quoted).join(', ')}) values (${holes})`;
        const { error } = await this.#session.run(text, Object.values(row));
        if (error !== null) {
          await this.rollback();
          return fail({ ...postgresRefusal(error), table });
        }
      }
    }
    const committed = await this.commit();
    return committed.ok ? committed : fail({ ...committed.problem, table: Object.keys(this.spec.rows).join(', ') });
  }

  async snapshot(): Promise<readonly TableContents[]> {
    await this.#session.become(this.#schema, this.#schema);
    const contents: TableContents[] = [];
    for (const table of this.#tables) {
      const order = table.key.map((index) => quoted(table.columns[index]?.name ?? '')).join(', ');
      const answer = await this.#session.run(`select * from ${quoted(table.name)} order by ${order}`, []);
      contents.push({ ...shapeOf(table), rows: rowsOf(answer) });
    }
    return contents;
  }

  crash(): Promise<void> {
    return this.rollback();
  }

  #outcome(answer: Answer): Result<Executed, Refusal> {
    if (answer.error !== null) return fail(postgresRefusal(answer.error));
    const rows = rowsOf(answer);
    const tag = answer.tags.find((one) => /\d$/.test(one));
    return ok({
      rows,
      count: tag === undefined ? 0 : Number(tag.split(' ').at(-1)),
      changes: changesOf(answer, this.#tables),
    });
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
