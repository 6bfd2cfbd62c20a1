import type { Database, DatabaseSpec, Executed, Operation, Refusal, Sql } from '#sim/kernel/engine-port.ts';
import { invariant } from '#sim/model/invariant.ts';
import { fail, ok, type Result } from '#sim/model/result.ts';
import type { RowChange, TableContents, TableShape } from '#sim/model/rows.ts';
import { accessDenied, mayEnter } from '../access.ts';
import { historyEntry } from '../flyway.ts';
import { readStatement } from '../sql/house-rules.ts';
import { numbered } from '../sql/statement-text.ts';
import { Capture } from './capture.ts';
import { sqliteRefusal } from './refusal.ts';
import { quoted, readShapes, type StoredTable } from './shapes.ts';
import type { Store } from './store.ts';

const WRITES: ReadonlySet<string> = new Set(['insert', 'update', 'delete', 'replace']);
const READS: ReadonlySet<string> = new Set(['select', 'values', 'with', 'explain']);

/** A SQLite database in MySQL's role: its own store, foreign keys checked, a transaction that survives an error (E4). */
export class SqliteDatabase implements Database {
  readonly spec: DatabaseSpec;
  readonly #store: Store;
  readonly #capture: Capture;
  #tables: readonly StoredTable[] = [];
  /** Who opened the transaction; null outside one. */
  #caller: string | null = null;
  /** Whether the transaction changed the schema, so that a rollback brings back another one. */
  #schemaTouched = false;

  constructor(spec: DatabaseSpec, store: Store) {
    this.spec = spec;
    this.#store = store;
    this.#capture = new Capture(store);
    this.#readSchema();
  }

  tables(): Promise<readonly TableShape[]> {
    return Promise.resolve(this.#tables.map(({ name, columns, system }) => ({ name, columns, system })));
  }

  query(operation: Operation, as: string): Promise<Result<Executed, Refusal>> {
    invariant(this.#caller === null, 'a query runs outside transactions');
    return Promise.resolve(this.#run(operation, as));
  }

  begin(as: string): Promise<void> {
    invariant(this.#caller === null, 'one transaction at a time');
    this.#store.writable(true);
    this.#store.run('begin');
    this.#schemaTouched = false;
    this.#caller = as;
    return Promise.resolve();
  }

  execute(operation: Operation): Promise<Result<Executed, Refusal>> {
    invariant(this.#caller !== null, 'a statement is executed inside a transaction');
    return Promise.resolve(this.#run(operation, this.#caller));
  }

  commit(): Promise<Result<null, Refusal>> {
    invariant(this.#caller !== null, 'only an open transaction commits');
    try {
      this.#store.run('commit');
      this.#end();
      return Promise.resolve(ok(null));
    } catch (error) {
      this.#abandon();
      return Promise.resolve(fail(sqliteRefusal(error, 'commit', this.#tables)));
    }
  }

  rollback(): Promise<void> {
    if (this.#caller !== null) this.#abandon();
    return Promise.resolve();
  }

  /** Statement by statement, each committing alone as in MySQL (E5): what ran before a failure stays (R-MIG-4). */
  migrate(name: string, script: string, virtualMs: number): Promise<Result<readonly RowChange[], Refusal>> {
    invariant(this.#caller === null, 'a migration runs outside transactions');
    const { refusal: refused } = readStatement(script);
    if (refused !== null) return Promise.resolve(fail(refused));
    this.#store.writable(true);
    const changes: RowChange[] = [];
    const refusal = this.#runScript(script, changes);
    this.#writeHistory(historyEntry(name, script, virtualMs), refusal === null);
    changes.push(...this.#capture.take());
    this.#store.writable(false);
    return Promise.resolve(refusal === null ? ok(changes) : fail(refusal));
  }

  seed(): Promise<Result<null, Refusal & { readonly table: string }>> {
    this.#store.writable(true);
    this.#store.run('begin');
    for (const [table, rows] of Object.entries(this.spec.rows)) {
      for (const row of rows) {
        const columns = Object.keys(row);
        const text = `insert into ${quoted(table)} (${columns.map(quoted).join(', ')}) values (${columns.map(() => '?').join(', ')})`;
        try {
          this.#store.run(text, Object.values(row));
        } catch (error) {
          this.#abandon();
          return Promise.resolve(fail({ ...sqliteRefusal(error, text, this.#tables), table }));
        }
      }
    }
    this.#capture.take();
    this.#store.run('commit');
    this.#end();
    return Promise.resolve(ok(null));
  }

  snapshot(): Promise<readonly TableContents[]> {
    return Promise.resolve(
      this.#tables.map(({ name, columns, system, key }) => {
        const order = key.map((column) => (column === 'rowid' ? column : quoted(column))).join(', ');
        return { name, columns, system, rows: this.#store.run(`select * from ${quoted(name)} order by ${order}`) };
      }),
    );
  }

  crash(): Promise<void> {
    return this.rollback();
  }

  close(): void {
    this.#store.close();
  }

  #run(operation: Operation, as: string): Result<Executed, Refusal> {
    if (!mayEnter(this.spec, as)) return fail(accessDenied(this.spec, as));
    if (operation.kind !== 'sql') return fail(notSql());
    const text = numbered(operation, '?');
    const { refusal, verb } = readStatement(text);
    return refusal === null ? this.#execute(text, verb, operation) : fail(refusal);
  }

  #execute(text: string, verb: string, { values }: Sql): Result<Executed, Refusal> {
    try {
      const isSchemaChange = !WRITES.has(verb) && !READS.has(verb);
      if (isSchemaChange && this.#caller !== null) this.#touchSchema();
      const rows = this.#store.run(text, values);
      if (READS.has(verb)) return ok({ rows, count: rows.length, changes: [] });
      if (isSchemaChange) {
        this.#readSchema();
        return ok({ rows, count: 0, changes: [] });
      }
      return ok({ rows, count: this.#store.rowsMatched(), changes: this.#capture.take() });
    } catch (error) {
      if (this.#schemaTouched) this.#readSchema();
      return fail(sqliteRefusal(error, text, this.#tables));
    }
  }

  #runScript(script: string, changes: RowChange[]): Refusal | null {
    let text = script;
    try {
      for (const statement of this.#store.script(script)) {
        text = statement.getSQL();
        const isSchemaChange = !WRITES.has(readStatement(text).verb);
        if (isSchemaChange) this.#capture.release();
        while (statement.step());
        if (isSchemaChange) this.#readSchema();
        else changes.push(...this.#capture.take());
      }
      return null;
    } catch (error) {
      this.#readSchema();
      return sqliteRefusal(error, text, this.#tables);
    }
  }

  #writeHistory(entry: ReturnType<typeof historyEntry>, success: boolean): void {
    const columns = ['installed_rank', ...Object.keys(entry), 'success'];
    const [[rank] = []] = this.#store.cells('select coalesce(max(installed_rank), 0) + 1 from schema_history');
    this.#store.run(
      `insert into schema_history (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
      [rank ?? 1, ...Object.values(entry), success],
    );
  }

  #touchSchema(): void {
    this.#schemaTouched = true;
    this.#capture.release();
  }

  #readSchema(): void {
    const before = this.#store.writable(true);
    this.#capture.release();
    this.#tables = readShapes(this.#store);
    this.#capture.watch(this.#tables);
    this.#store.writable(before);
  }

  #abandon(): void {
    this.#store.run('rollback');
    this.#end();
    if (this.#schemaTouched) this.#readSchema();
  }

  #end(): void {
    this.#caller = null;
    this.#store.writable(false);
  }
}

function notSql(): Refusal {
  return { reason: 'unsupported', code: 'UNSUPPORTED', message: 'this database is asked in SQL', position: null };
}
