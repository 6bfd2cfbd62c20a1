import type { Database, DatabaseSpec, EngineKind, EngineServer, Refusal, Sql } from '#sim/kernel/engine-port.ts';
import type { Result } from '#sim/model/result.ts';
import { nodeEngines } from '../node.ts';

/** Starts one engine in Node. */
export async function startInNode(kind: EngineKind): Promise<EngineServer> {
  const manifest = nodeEngines().find((one) => one.kind === kind);
  if (manifest === undefined) throw new Error(`no engine ${kind}`);
  return manifest.start(() => null);
}

export function specOf(id: string, engine: EngineKind, more: Partial<DatabaseSpec> = {}): DatabaseSpec {
  return {
    id,
    engine,
    standsFor: null,
    migrations: {},
    collections: [],
    rows: {},
    atomicity: 'session',
    access: 'owner',
    ...more,
  };
}

/** Runs one statement as a transaction of its own and answers its count, or the refusal. */
export async function alone(database: Database, text: string): Promise<Result<number, Refusal>> {
  const statement: Sql = { kind: 'sql', parts: [text], values: [] };
  await database.begin(database.spec.id);
  const outcome = await database.execute(statement);
  if (!outcome.ok) {
    await database.rollback();
    return outcome;
  }
  const committed = await database.commit();
  return committed.ok ? { ok: true, value: outcome.value.count } : committed;
}
