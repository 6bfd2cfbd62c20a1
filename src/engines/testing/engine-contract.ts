import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type {
  Database,
  DatabaseSpec,
  EngineManifest,
  EngineServer,
  Executed,
  LoadProgress,
  Operation,
} from '#sim/kernel/engine-port.ts';
import type { Row } from '#sim/model/rows.ts';
import { DIALECTS } from './dialect.ts';
import { keepsTheSqlContract } from './sql-contract.ts';

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

/** The promises every engine keeps. An engine is done when this passes, in Node and in the browser. */
export function keepsTheEngineContract(manifest: EngineManifest): void {
  const say = DIALECTS[manifest.kind];
  const row = (sku: string, onHand: number): Row => ({ [say.key]: sku, on_hand: onHand });
  const seeded = [row('APPLE', 3), row('BOOK', 10)];

  describe(`${manifest.product} (${manifest.kind}) keeps the engine contract`, () => {
    let server: EngineServer;
    let database: Database;
    const heard: LoadProgress[] = [];

    beforeAll(async () => {
      server = await manifest.start((progress) => heard.push(progress));
    });
    afterAll(() => server.close());
    beforeEach(async () => {
      database = await openSeeded(server, say.spec);
    });
    afterEach(() => server.reset());

    const rows = async (): Promise<readonly Row[]> => {
      const outcome = await database.query(say.all, 'inventory');
      return outcome.ok ? outcome.value.rows : expect.fail(outcome.problem.message);
    };

    it('tells how much of it is loaded, up to all of it', () => {
      for (const { engine, loadedBytes, totalBytes } of heard) {
        expect(engine).toBe(manifest.kind);
        expect(loadedBytes).toBeLessThanOrEqual(totalBytes);
      }
      const last = heard.at(-1);
      expect(last?.loadedBytes).toBe(last?.totalBytes);
    });

    it('starts with the rows of the spec, in key order, and with the tables of the product', async () => {
      expect(await rows()).toEqual(seeded);
      const tables = await database.tables();
      const names = tables.map(({ name }) => name);
      expect(names).toEqual(names.toSorted());
      for (const name of ['idempotency_key', 'inbox', 'outbox', 'saga_instance', 'saga_step']) {
        expect(tables.find((table) => table.name === name)).toMatchObject({ system: true });
      }
      const stock = tables.find(({ name }) => name === 'stock');
      expect(stock?.system).toBe(false);
      expect(stock?.columns.map(({ name, key }) => ({ name, key }))).toEqual([
        { name: say.key, key: true },
        { name: 'on_hand', key: false },
      ]);
    });

    it('shows a committed transaction as a whole', async () => {
      await database.begin('inventory');
      await done(database, say.put('CUP', 1));
      await done(database, say.add(10, -4));
      expect(await database.commit()).toEqual({ ok: true, value: null });

      expect(await rows()).toEqual([row('APPLE', 3), row('BOOK', 6), row('CUP', 1)]);
    });

    it('leaves nothing of a transaction that is rolled back', async () => {
      await database.begin('inventory');
      await done(database, say.put('CUP', 1));
      await done(database, say.add(0, 5));
      await database.rollback();

      expect(await rows()).toEqual(seeded);
    });

    it('sees its own writes inside the transaction', async () => {
      await database.begin('inventory');
      await done(database, say.add(0, 1));
      expect((await done(database, say.all)).rows).toEqual([row('APPLE', 4), row('BOOK', 11)]);
      await database.rollback();
    });

    it('answers each write with the rows before and after it, in the same call', async () => {
      await database.begin('inventory');
      const put = await done(database, say.put('CUP', 1));
      const add = await done(database, say.add(3, 2));
      const remove = await done(database, say.remove('BOOK'));
      await database.commit();

      expect(put).toMatchObject({
        count: 1,
        changes: [{ table: 'stock', key: 'CUP', before: null, after: row('CUP', 1) }],
      });
      expect(add.count).toBe(2);
      expect(add.changes.toSorted((a, b) => (a.key < b.key ? -1 : 1))).toEqual([
        { table: 'stock', key: 'APPLE', before: row('APPLE', 3), after: row('APPLE', 5) },
        { table: 'stock', key: 'BOOK', before: row('BOOK', 10), after: row('BOOK', 12) },
      ]);
      expect(remove.changes).toEqual([{ table: 'stock', key: 'BOOK', before: row('BOOK', 12), after: null }]);
    });

    it('reports neither a change nor a match where nothing matches', async () => {
      await database.begin('inventory');
      expect(await done(database, say.add(1000, 1))).toMatchObject({ count: 0, changes: [] });
      await database.rollback();
    });

    it('refuses a second row of the same key with its own code and words', async () => {
      await database.begin('inventory');
      const outcome = await database.execute(say.put('BOOK', 1));
      expect(outcome).toMatchObject({ ok: false, problem: { reason: 'constraint', code: say.codes.duplicate } });
      expect(outcome.ok ? '' : outcome.problem.message).not.toBe('');
      await database.rollback();
      expect(await rows()).toEqual(seeded);
    });

    it('says what it does not understand', async () => {
      const outcome = await database.query(say.nonsense, 'inventory');
      expect(outcome).toMatchObject({ ok: false, problem: { reason: 'syntax', code: say.codes.nonsense } });
      expect(await rows()).toEqual(seeded);
    });

    it('leaves a transaction after an error in the state it is known for (E4)', async () => {
      await database.begin('inventory');
      await done(database, say.put('CUP', 1));
      expect((await database.execute(say.put('CUP', 2))).ok).toBe(false);
      const next = await database.execute(say.put('DISH', 1));
      const end = await database.commit();

      const isDead = say.afterError === 'aborted';
      expect(next.ok).toBe(!isDead);
      expect(end.ok).toBe(!isDead);
      if (isDead) expect(next).toMatchObject({ problem: { reason: 'transaction-aborted' } });
      if (isDead) expect(end).toMatchObject({ problem: { reason: 'transaction-aborted' } });
      expect(await rows()).toEqual(isDead ? seeded : [...seeded, row('CUP', 1), row('DISH', 1)]);
    });

    it('writes nothing in a query', async () => {
      const outcome = await database.query(say.add(0, 1), 'inventory');
      expect(outcome).toMatchObject({ ok: false, problem: { reason: 'read-only', code: say.codes.readOnly } });
      expect(await rows()).toEqual(seeded);
    });

    it('refuses a stranger, reading and writing (R-OWN-1)', async () => {
      const refusal = { reason: 'permission', code: say.codes.stranger };
      expect(await database.query(say.all, 'order')).toMatchObject({ ok: false, problem: refusal });
      await database.begin('order');
      expect(await database.execute(say.add(0, 1))).toMatchObject({ ok: false, problem: refusal });
      await database.rollback();
      expect(await rows()).toEqual(seeded);
    });

    it('lets a stranger in where the door stands open', async () => {
      await server.reset();
      database = await openSeeded(server, { ...say.spec, access: 'anyone' });
      await database.begin('order');
      expect(await done(database, say.put('CUP', 1))).toMatchObject({ count: 1, changes: [{ key: 'CUP' }] });
      await database.commit();
      expect(await database.query(say.all, 'order')).toMatchObject({ ok: true, value: { count: 3 } });
    });

    it('keeps what was committed through a crash, and no open transaction', async () => {
      await database.begin('inventory');
      await done(database, say.add(0, 1));
      await database.commit();
      await database.begin('inventory');
      await done(database, say.put('CUP', 1));
      await database.crash();

      expect(await rows()).toEqual(say.keepsRowsInCrash ? [row('APPLE', 4), row('BOOK', 11)] : []);
      await database.begin('inventory');
      await done(database, say.put('DISH', 1));
      expect(await database.commit()).toEqual({ ok: true, value: null });
    });

    it('answers the same calls the same way after a reset', async () => {
      const run = async (): Promise<unknown> => {
        await database.begin('inventory');
        const outcomes = [
          await database.execute(say.put('CUP', 1)),
          await database.execute(say.add(1, 1)),
          await database.execute(say.remove('APPLE')),
        ];
        await database.commit();
        return [outcomes, await database.query(say.nonsense, 'inventory'), await database.snapshot()];
      };
      const first = await run();
      await server.reset();
      database = await openSeeded(server, say.spec);
      expect(await run()).toEqual(first);
    });

    it('gives a snapshot of every table with its rows in key order', async () => {
      await database.begin('inventory');
      await done(database, say.put('CUP', 1));
      await done(database, say.put('AXE', 1));
      await database.commit();
      const snapshot = await database.snapshot();
      expect(snapshot.find(({ name }) => name === 'stock')?.rows).toEqual([
        row('APPLE', 3),
        row('AXE', 1),
        row('BOOK', 10),
        row('CUP', 1),
      ]);
      expect(snapshot.map(({ name }) => name)).toEqual((await database.tables()).map(({ name }) => name));
    });

    it('says which table refused a row of the spec, and keeps none', async () => {
      await server.reset();
      const [first] = say.spec.rows['stock'] ?? [];
      const twice = { ...say.spec, rows: { stock: [first ?? {}, first ?? {}] } };
      database = await server.open(twice);
      for (const [name, script] of Object.entries(twice.migrations)) await database.migrate(name, script, 0);
      expect(await database.seed()).toMatchObject({
        ok: false,
        problem: { table: 'stock', reason: 'constraint', code: say.codes.duplicate },
      });
      expect(await rows()).toEqual([]);
    });

    if (manifest.language === 'sql') keepsTheSqlContract(() => ({ server, database }), say);
  });
}
