import { expect, it } from 'vitest';
import type { Sql } from '#sim/kernel/engine-port.ts';
import type { Row } from '#sim/model/rows.ts';
import type { Bench } from './bench.ts';
import { sql } from './dialect.ts';

async function ask(bench: Bench, statement: Sql): Promise<readonly Row[]> {
  const outcome = await bench.database.query(statement, 'inventory');
  return outcome.ok ? outcome.value.rows : expect.fail(outcome.problem.message);
}

/** Where a table is made inside the transaction, and a truth value is one (E5). */
function rollsBackTables({ say }: Bench): boolean {
  return say.spec.engine === 'postgres';
}

const HISTORY = sql`select installed_rank, version, description, script, installed_on_ms, success from schema_history order by installed_rank`;

async function historyOf(bench: Bench): Promise<readonly Row[]> {
  return (await ask(bench, HISTORY)).map((entry) => ({ ...entry, success: Boolean(entry['success']) }));
}

/** What is promised about migrations (R-MIG). */
export function promisesOfMigrations(bench: Bench): void {
  it('writes a history row for each migration, at virtual time (R-MIG-2)', async () => {
    const script = `create table shelf (id int primary key, sku text references stock (sku))${bench.say.tableSuffix}; insert into shelf values (1, 'BOOK')`;
    const outcome = await bench.database.migrate('V2_1__add_shelf', script, 1500);

    expect(outcome).toMatchObject({
      ok: true,
      value: [
        { table: 'shelf', key: '1', before: null, after: { id: 1, sku: 'BOOK' } },
        { table: 'schema_history', key: '2', before: null, after: { version: '2.1' } },
      ],
    });
    expect(await historyOf(bench)).toEqual([
      {
        installed_rank: 1,
        version: '1',
        description: 'create stock',
        script: 'V1__create_stock.sql',
        installed_on_ms: 0,
        success: true,
      },
      {
        installed_rank: 2,
        version: '2.1',
        description: 'add shelf',
        script: 'V2_1__add_shelf.sql',
        installed_on_ms: 1500,
        success: true,
      },
    ]);
    expect((await bench.database.tables()).map(({ name }) => name)).toContain('shelf');
  });

  it('leaves of a failed migration what the engine leaves (E5, R-MIG-4)', async () => {
    const script =
      "alter table stock add column nick text; insert into stock (sku, on_hand) values ('CUP', 1), ('BOOK', 1)";
    expect(await bench.database.migrate('V2__add_nick', script, 0)).toMatchObject({
      ok: false,
      problem: { reason: 'constraint' },
    });

    const stock = (await bench.database.tables()).find(({ name }) => name === 'stock');
    expect(stock?.columns.map(({ name }) => name)).toEqual(
      rollsBackTables(bench) ? ['sku', 'on_hand'] : ['sku', 'on_hand', 'nick'],
    );
    expect((await historyOf(bench)).map(({ success }) => success)).toEqual(
      rollsBackTables(bench) ? [true] : [true, false],
    );
    expect((await ask(bench, sql`select sku from stock order by sku`)).length).toBe(2);
  });
}

/** What is promised about statements before and after a migration. */
export function promisesOfNewShapes(bench: Bench): void {
  it('sees rows of a table that a later migration changed', async () => {
    expect(await ask(bench, sql`select * from stock order by sku`)).toEqual([
      { sku: 'APPLE', on_hand: 3 },
      { sku: 'BOOK', on_hand: 10 },
    ]);
    await bench.database.migrate(
      'V2__add_nick',
      "alter table stock add column nick text; update stock set nick = 'x' || sku",
      0,
    );
    expect(await ask(bench, sql`select * from stock order by sku`)).toEqual([
      { sku: 'APPLE', on_hand: 3, nick: 'xAPPLE' },
      { sku: 'BOOK', on_hand: 10, nick: 'xBOOK' },
    ]);
    await bench.database.begin('inventory');
    const outcome = await bench.database.execute(sql`update stock set nick = ${'n'} where sku = ${'BOOK'}`);
    expect(outcome).toMatchObject({ value: { changes: [{ before: { nick: 'xBOOK' }, after: { nick: 'n' } }] } });
    await bench.database.rollback();
  });
}

/** What is promised about keys and the rows asked for. */
export function promisesOfKeys(bench: Bench): void {
  it('tells a change of the key as one row gone and another come', async () => {
    await bench.database.begin('inventory');
    expect(await bench.database.execute(sql`update stock set sku = ${'TOME'} where sku = ${'BOOK'}`)).toMatchObject({
      value: {
        count: 1,
        changes: [
          { key: 'BOOK', before: { sku: 'BOOK' }, after: null },
          { key: 'TOME', before: null, after: { sku: 'TOME' } },
        ],
      },
    });
    await bench.database.rollback();
  });

  it('prints a key of several columns, and returns rows that are asked for', async () => {
    await bench.database.begin('inventory');
    const outcome = await bench.database.execute(
      sql`insert into inbox values (${'orders'}, ${'m-1'}, ${5}) returning message_id, processed_at_ms`,
    );
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        count: 1,
        rows: [{ message_id: 'm-1', processed_at_ms: 5 }],
        changes: [{ table: 'inbox', key: 'orders, m-1' }],
      },
    });
    await bench.database.rollback();
  });
}

/** What is promised about constraints at the end and numbers given out. */
export function promisesOfTheEnd(bench: Bench): void {
  it('refuses a commit that a deferred constraint forbids, and keeps nothing', async () => {
    const link = `create table shelf (id int primary key, sku text references stock (sku) deferrable initially deferred)${bench.say.tableSuffix}`;
    await bench.database.migrate('V2__add_shelf', link, 0);
    await bench.database.begin('inventory');
    expect(await bench.database.execute(sql`insert into shelf values (1, ${'NOPE'})`)).toMatchObject({ ok: true });
    expect(await bench.database.commit()).toMatchObject({ ok: false, problem: { reason: 'constraint' } });
    expect(await ask(bench, sql`select * from shelf`)).toEqual([]);
  });

  it('numbers outbox rows; a number taken by a rollback is the engine’s affair (E8)', async () => {
    const record = (id: string): Sql =>
      sql`insert into outbox (id, aggregatetype, aggregateid, type, payload, headers, created_at_ms) values (${id}, 'Stock', 'BOOK', 'StockTaken', ${{ qty: 2 }}, ${{}}, 0) returning seq`;
    await bench.database.begin('inventory');
    await bench.database.execute(record('m-1'));
    await bench.database.rollback();
    await bench.database.begin('inventory');
    const outcome = await bench.database.execute(record('m-1'));
    await bench.database.commit();
    expect(outcome).toMatchObject({ ok: true, value: { rows: [{ seq: rollsBackTables(bench) ? 2 : 1 }] } });
    const payload = rollsBackTables(bench) ? { qty: 2 } : '{"qty":2}';
    expect(await ask(bench, sql`select payload, published_at_ms from outbox`)).toEqual([
      { payload, published_at_ms: null },
    ]);
  });

  it('takes whole numbers beyond what JSON holds exactly', async () => {
    expect(await ask(bench, sql`select 9007199254740991 as safe, 9007199254740993 as beyond`)).toEqual([
      { safe: 9_007_199_254_740_991, beyond: '9007199254740993' },
    ]);
  });
}

/** What no statement may do. */
export function promisesOfTheSession(bench: Bench): void {
  it.each(['begin', 'commit', 'rollback', "prepare transaction 'x'", 'set role postgres', 'pragma foreign_keys = off'])(
    'never lets a statement take the session away: %s',
    async (text) => {
      await bench.database.begin('inventory');
      const outcome = await bench.database.execute({ kind: 'sql', parts: [text], values: [] });
      expect(outcome).toMatchObject({ ok: false, problem: { reason: 'unsupported' } });
      await bench.database.rollback();
    },
  );
}
