import type { Refusal } from '#sim/kernel/engine-port.ts';
import { fail, ok, type Result } from '#sim/model/result.ts';
import type { RowChange } from '#sim/model/rows.ts';
import { historyEntry } from '../flyway.ts';
import { readStatement } from '../sql/house-rules.ts';
import { changesOf, readTables, type StoredTable } from './catalogue.ts';
import { postgresRefusal } from './refusal.ts';
import { quoted, type Session } from './session.ts';
import { schemaSql } from './system-sql.ts';

interface Migration {
  readonly name: string;
  readonly script: string;
  readonly virtualMs: number;
  readonly changes: readonly RowChange[];
}

/**
 * The schema of one database, kept from run to run: making tables is what a run costs most.
 *
 * After a run its rows are taken out and its tables stay. A next run that begins with the same migrations is told
 * what they did the first time and finds the tables there; one that begins otherwise gets the schema made anew.
 */
export class Schema {
  readonly name: string;
  readonly #session: Session;
  #tables: readonly StoredTable[] = [];
  #isOpenToAll = false;
  #standing: Migration[] = [];
  /** How many of the standing migrations this run has asked for. */
  #asked = 0;
  /** Nothing but migrations was asked for so far. */
  #isOpening = true;
  readonly #touched = new Set<string>();
  /** Something happened that taking out the rows does not undo. */
  #isSpoilt = false;

  constructor(session: Session, name: string) {
    this.#session = session;
    this.name = name;
  }

  get tables(): readonly StoredTable[] {
    return this.#tables;
  }

  /** Makes the schema, out of one that stands ready where there is one. */
  async make(spare: string | undefined): Promise<void> {
    await this.#session.becomeSuperuser();
    const name = quoted(this.name);
    if (spare === undefined) await this.#session.mustRun(schemaSql(name, this.#session.knows(this.name)));
    else await this.#session.mustRun(`alter schema ${spare} rename to ${name}; alter role ${spare} rename to ${name}`);
    this.#session.meet(this.name);
    this.#tables = await readTables(this.#session, this.name);
  }

  /** Begins a run. */
  async enter(isOpenToAll: boolean): Promise<void> {
    this.#asked = 0;
    this.#isOpening = true;
    if (isOpenToAll !== this.#isOpenToAll) await this.#openDoor(isOpenToAll);
  }

  /** Ends a run: takes its rows out. Answers false if the schema has to go altogether. */
  async leave(): Promise<boolean> {
    if (this.#isSpoilt || this.#touched.has('schema_history')) return false;
    if (this.#touched.size === 0) return true;
    await this.#session.become('postgres', this.name);
    await this.#session.mustRun(
      `set session_replication_role = replica; ` +
        `truncate ${[...this.#touched].map(quoted).join(', ')} restart identity cascade; ` +
        `set session_replication_role = origin`,
    );
    this.#touched.clear();
    return true;
  }

  async drop(): Promise<void> {
    await this.#session.becomeSuperuser();
    await this.#session.forgetStatements(this.name);
    await this.#session.mustRun(`drop schema ${quoted(this.name)} cascade`);
  }

  /** Ends the opening: from here on the tables are those of the migrations asked for, and of no others. */
  async settle(): Promise<void> {
    if (!this.#isOpening) return;
    if (this.#asked < this.#standing.length) await this.#rebuild();
    this.#isOpening = false;
  }

  /** Notes which tables hold rows, or the remains of rows, that a next run must not meet. */
  touch(changes: readonly RowChange[]): void {
    for (const { table } of changes) this.#touched.add(table);
  }

  /** A refused write leaves remains that no trigger tells of. */
  touchAll(): void {
    for (const { name } of this.#tables) if (name !== 'schema_history') this.#touched.add(name);
  }

  /** Looks at the tables again after a change of the schema by anything but a migration. */
  async relearn(): Promise<readonly RowChange[]> {
    this.#isSpoilt = true;
    return this.#learn();
  }

  /** The whole script in one transaction with its history row: on refusal nothing stays behind (E5, R-MIG-4). */
  async migrate(name: string, script: string, virtualMs: number): Promise<Result<readonly RowChange[], Refusal>> {
    const next = this.#isOpening ? this.#standing[this.#asked] : undefined;
    if (next?.name === name && next.script === script && next.virtualMs === virtualMs) {
      this.#asked += 1;
      return ok(next.changes);
    }
    if (next !== undefined) await this.#rebuild();
    const outcome = await this.#apply(name, script, virtualMs);
    if (!outcome.ok) this.touchAll();
    else {
      this.#standing.push({ name, script, virtualMs, changes: outcome.value });
      this.#asked += 1;
      const putsRowsIn = outcome.value.some(({ table }) => table !== 'schema_history');
      if (putsRowsIn || !this.#isOpening || /\bsequence\b/i.test(script)) this.#isSpoilt = true;
    }
    return outcome;
  }

  async #apply(name: string, script: string, virtualMs: number): Promise<Result<readonly RowChange[], Refusal>> {
    const { refusal } = readStatement(script);
    if (refusal !== null) return fail(refusal);
    await this.#session.become(this.name, this.name);
    await this.#session.forgetStatements(this.name);
    await this.#session.begin();
    const answer = await this.#session.script(script);
    if (answer.error !== null) {
      await this.#session.mustRun('rollback');
      return fail(postgresRefusal(answer.error));
    }
    const told = await this.#learn();
    const entry = historyEntry(name, script, virtualMs);
    const columns = ['installed_rank', ...Object.keys(entry), 'success'];
    const history = await this.#session.run(
      `insert into schema_history (${columns.join(', ')}) select coalesce(max(installed_rank), 0) + 1, ` +
        `${Object.keys(entry)
          .map((_, index) => `$${index + 1}`)
          .join(', ')}, true from schema_history`,
      Object.values(entry),
    );
    const { error } = history.error === null ? await this.#session.commit() : history;
    if (error === null) return ok([...changesOf(answer, this.#tables), ...told, ...changesOf(history, this.#tables)]);
    await this.#session.mustRun('rollback');
    await this.#learn();
    return fail(postgresRefusal(error));
  }

  /** Makes the schema anew with the migrations asked for so far. */
  async #rebuild(): Promise<void> {
    const asked = this.#standing.slice(0, this.#asked);
    const isOpenToAll = this.#isOpenToAll;
    await this.drop();
    this.#standing = [];
    this.#asked = 0;
    this.#isOpenToAll = false;
    this.#touched.clear();
    await this.make(undefined);
    if (isOpenToAll) await this.#openDoor(true);
    for (const { name, script, virtualMs } of asked) await this.migrate(name, script, virtualMs);
  }

  async #learn(): Promise<readonly RowChange[]> {
    const told = await this.#session.runOurs('select sagascope.attach($1)', [this.name]);
    this.#tables = await readTables(this.#session, this.name);
    if (this.#isOpenToAll) await this.#openDoor(true);
    return changesOf(told, this.#tables);
  }

  async #openDoor(isOpenToAll: boolean): Promise<void> {
    await this.#session.runOurs('select sagascope.open_door($1, $2)', [this.name, isOpenToAll]);
    this.#isOpenToAll = isOpenToAll;
  }
}
