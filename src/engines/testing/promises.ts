import { expect, it } from 'vitest';
import { type Bench, done, openSeeded } from './bench.ts';

/** What is promised about transactions. */
export function promisesOfTransactions(bench: Bench): void {
  it('shows a committed transaction as a whole', async () => {
    await bench.database.begin('inventory');
    await done(bench.database, bench.say.put('CUP', 1));
    await done(bench.database, bench.say.add(10, -4));
    expect(await bench.database.commit()).toEqual({ ok: true, value: null });

    expect(await bench.rows()).toEqual([bench.row('APPLE', 3), bench.row('BOOK', 6), bench.row('CUP', 1)]);
  });

  it('leaves nothing of a transaction that is rolled back', async () => {
    await bench.database.begin('inventory');
    await done(bench.database, bench.say.put('CUP', 1));
    await done(bench.database, bench.say.add(0, 5));
    await bench.database.rollback();

    expect(await bench.rows()).toEqual(bench.seeded);
  });

  it('sees its own writes inside the transaction', async () => {
    await bench.database.begin('inventory');
    await done(bench.database, bench.say.add(0, 1));
    expect((await done(bench.database, bench.say.all)).rows).toEqual([bench.row('APPLE', 4), bench.row('BOOK', 11)]);
    await bench.database.rollback();
  });

  it('leaves a transaction after an error in the state it is known for (E4)', async () => {
    await bench.database.begin('inventory');
    await done(bench.database, bench.say.put('CUP', 1));
    expect((await bench.database.execute(bench.say.put('CUP', 2))).ok).toBe(false);
    const next = await bench.database.execute(bench.say.put('DISH', 1));
    const end = await bench.database.commit();

    const isDead = bench.say.afterError === 'aborted';
    expect(next.ok).toBe(!isDead);
    expect(end.ok).toBe(!isDead);
    if (isDead) expect(next).toMatchObject({ problem: { reason: 'transaction-aborted' } });
    if (isDead) expect(end).toMatchObject({ problem: { reason: 'transaction-aborted' } });
    expect(await bench.rows()).toEqual(
      isDead ? bench.seeded : [...bench.seeded, bench.row('CUP', 1), bench.row('DISH', 1)],
    );
  });
}

/** What is promised about row changes. */
export function promisesOfChanges(bench: Bench): void {
  it('answers each write with the rows before and after it, in the same call', async () => {
    await bench.database.begin('inventory');
    const put = await done(bench.database, bench.say.put('CUP', 1));
    const add = await done(bench.database, bench.say.add(3, 2));
    const remove = await done(bench.database, bench.say.remove('BOOK'));
    await bench.database.commit();

    expect(put).toMatchObject({
      count: 1,
      changes: [{ table: 'stock', key: 'CUP', before: null, after: bench.row('CUP', 1) }],
    });
    expect(add.count).toBe(2);
    expect(add.changes.toSorted((a, b) => (a.key < b.key ? -1 : 1))).toEqual([
      { table: 'stock', key: 'APPLE', before: bench.row('APPLE', 3), after: bench.row('APPLE', 5) },
      { table: 'stock', key: 'BOOK', before: bench.row('BOOK', 10), after: bench.row('BOOK', 12) },
    ]);
    expect(remove.changes).toEqual([{ table: 'stock', key: 'BOOK', before: bench.row('BOOK', 12), after: null }]);
  });

  it('reports neither a change nor a match where nothing matches', async () => {
    await bench.database.begin('inventory');
    expect(await done(bench.database, bench.say.add(1000, 1))).toMatchObject({ count: 0, changes: [] });
    await bench.database.rollback();
  });
}

/** What is promised where something is refused. */
export function promisesOfRefusals(bench: Bench): void {
  it('refuses a second row of the same key with its own code and words', async () => {
    await bench.database.begin('inventory');
    const outcome = await bench.database.execute(bench.say.put('BOOK', 1));
    expect(outcome).toMatchObject({ ok: false, problem: { reason: 'constraint', code: bench.say.codes.duplicate } });
    expect(outcome.ok ? '' : outcome.problem.message).not.toBe('');
    await bench.database.rollback();
    expect(await bench.rows()).toEqual(bench.seeded);
  });

  it('says what it does not understand', async () => {
    const outcome = await bench.database.query(bench.say.nonsense, 'inventory');
    expect(outcome).toMatchObject({ ok: false, problem: { reason: 'syntax', code: bench.say.codes.nonsense } });
    expect(await bench.rows()).toEqual(bench.seeded);
  });

  it('writes nothing in a query', async () => {
    const outcome = await bench.database.query(bench.say.add(0, 1), 'inventory');
    expect(outcome).toMatchObject({ ok: false, problem: { reason: 'read-only', code: bench.say.codes.readOnly } });
    expect(await bench.rows()).toEqual(bench.seeded);
  });

  it('says which table refused a row of the spec, and keeps none', async () => {
    await bench.server.reset();
    const [first] = bench.say.spec.rows['stock'] ?? [];
    const twice = { ...bench.say.spec, rows: { stock: [first ?? {}, first ?? {}] } };
    bench.database = await bench.server.open(twice);
    for (const [name, script] of Object.entries(twice.migrations)) await bench.database.migrate(name, script, 0);
    expect(await bench.database.seed()).toMatchObject({
      ok: false,
      problem: { table: 'stock', reason: 'constraint', code: bench.say.codes.duplicate },
    });
    expect(await bench.rows()).toEqual([]);
  });
}

/** What is promised to an owner (R-OWN-1). */
export function promisesOfOwnership(bench: Bench): void {
  it('refuses a stranger, reading and writing (R-OWN-1)', async () => {
    const refusal = { reason: 'permission', code: bench.say.codes.stranger };
    expect(await bench.database.query(bench.say.all, 'order')).toMatchObject({ ok: false, problem: refusal });
    await bench.database.begin('order');
    expect(await bench.database.execute(bench.say.add(0, 1))).toMatchObject({ ok: false, problem: refusal });
    await bench.database.rollback();
    expect(await bench.rows()).toEqual(bench.seeded);
  });

  it('lets a stranger in where the door stands open', async () => {
    await bench.server.reset();
    bench.database = await openSeeded(bench.server, { ...bench.say.spec, access: 'anyone' });
    await bench.database.begin('order');
    expect(await done(bench.database, bench.say.put('CUP', 1))).toMatchObject({ count: 1, changes: [{ key: 'CUP' }] });
    await bench.database.commit();
    expect(await bench.database.query(bench.say.all, 'order')).toMatchObject({ ok: true, value: { count: 3 } });
  });
}

/** What is promised about what a database holds. */
export function promisesOfContents(bench: Bench): void {
  it('starts with the rows of the spec, in key order, and with the tables of the product', async () => {
    expect(await bench.rows()).toEqual(bench.seeded);
    const tables = await bench.database.tables();
    const names = tables.map(({ name }) => name);
    expect(names).toEqual(names.toSorted());
    for (const name of ['idempotency_key', 'inbox', 'outbox', 'saga_instance', 'saga_step']) {
      expect(tables.find((table) => table.name === name)).toMatchObject({ system: true });
    }
    const stock = tables.find(({ name }) => name === 'stock');
    expect(stock?.system).toBe(false);
    expect(stock?.columns.map(({ name, key }) => ({ name, key }))).toEqual([
      { name: bench.say.key, key: true },
      { name: 'on_hand', key: false },
    ]);
  });

  it('gives a snapshot of every table with its rows in key order', async () => {
    await bench.database.begin('inventory');
    await done(bench.database, bench.say.put('CUP', 1));
    await done(bench.database, bench.say.put('AXE', 1));
    await bench.database.commit();
    const snapshot = await bench.database.snapshot();
    expect(snapshot.find(({ name }) => name === 'stock')?.rows).toEqual([
      bench.row('APPLE', 3),
      bench.row('AXE', 1),
      bench.row('BOOK', 10),
      bench.row('CUP', 1),
    ]);
    expect(snapshot.map(({ name }) => name)).toEqual((await bench.database.tables()).map(({ name }) => name));
  });
}

/** What is promised about crashes and resets. */
export function promisesOfLife(bench: Bench): void {
  it('keeps what was committed through a crash, and no open transaction', async () => {
    await bench.database.begin('inventory');
    await done(bench.database, bench.say.add(0, 1));
    await bench.database.commit();
    await bench.database.begin('inventory');
    await done(bench.database, bench.say.put('CUP', 1));
    await bench.database.crash();

    expect(await bench.rows()).toEqual(
      bench.say.keepsRowsInCrash ? [bench.row('APPLE', 4), bench.row('BOOK', 11)] : [],
    );
    await bench.database.begin('inventory');
    await done(bench.database, bench.say.put('DISH', 1));
    expect(await bench.database.commit()).toEqual({ ok: true, value: null });
  });

  it('answers the same calls the same way after a reset', async () => {
    const run = async (): Promise<unknown> => {
      await bench.database.begin('inventory');
      const outcomes = [
        await bench.database.execute(bench.say.put('CUP', 1)),
        await bench.database.execute(bench.say.add(1, 1)),
        await bench.database.execute(bench.say.remove('APPLE')),
      ];
      await bench.database.commit();
      return [outcomes, await bench.database.query(bench.say.nonsense, 'inventory'), await bench.database.snapshot()];
    };
    const first = await run();
    await bench.server.reset();
    bench.database = await openSeeded(bench.server, bench.say.spec);
    expect(await run()).toEqual(first);
  });
}
