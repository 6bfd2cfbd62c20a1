import { expect } from 'vitest';
import type { Database, DatabaseSpec, EngineServer, Executed, Operation } from '#sim/kernel/engine-port.ts';
import type { Row } from '#sim/model/rows.ts';
import type { Dialect } from './dialect.ts';

/** What a promise is tried on: a server that runs and a database with the rows of the spec, fresh for every test. */
export interface Bench {
  readonly say: Dialect;
  server: EngineServer;
  database: Database;
  readonly seeded: readonly Row[];
  row(sku: string, onHand: number): Row;
  /** Everything in the table of the spec, as its owner reads it. */
  rows(): Promise<readonly Row[]>;
}

/** Opens a database as the kernel does: every migration, then the rows. */
export async function openSeeded(server: EngineServer, spec: DatabaseSpec): Promise<Database> {
  const database = await server.open(spec);
  for (const [name, script] of Object.entries(spec.migrations)) {
    expect(await database.migrate(name, script, 0)).toMatchObject({ ok: true });
  }
  expect(await database.seed()).toEqual({ ok: true, value: null });
  return database;
}

/** Executes what must not be refused. */
export async function done(database: Database, operation: Operation): Promise<Executed> {
  const outcome = await database.execute(operation);
  if (!outcome.ok) expect.fail(`${outcome.problem.code}: ${outcome.problem.message}`);
  return outcome.value;
}

export function benchFor(say: Dialect, server: EngineServer, database: Database): Bench {
  const row = (sku: string, onHand: number): Row => ({ [say.key]: sku, on_hand: onHand });
  return {
    say,
    server,
    database,
    seeded: [row('APPLE', 3), row('BOOK', 10)],
    row,
    async rows() {
      const outcome = await this.database.query(say.all, 'inventory');
      return outcome.ok ? outcome.value.rows : expect.fail(outcome.problem.message);
    },
  };
}
