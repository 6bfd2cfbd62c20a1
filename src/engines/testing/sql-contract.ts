import { expect, it } from 'vitest';
import type { Database, EngineServer, Sql } from '#sim/kernel/engine-port.ts';
import type { Row } from '#sim/model/rows.ts';
import { type Dialect, sql } from './dialect.ts';

interface Opened {
  readonly server: EngineServer;
  readonly database: Database;
}

/** What engines that speak SQL promise on top: migrations, keys, constraints at the end, and the house rules. */
export function keepsTheSqlContract(opened: () => Opened, { spec }: Dialect): void {
  const isTransactional = spec.engine === 'postgres';
  const strict = spec.engine === 'sqlite' ? ' strict' : '';

  const ask = async (statement: Sql): Promise<readonly Row[]> => {
    const outcome = await opened().database.query(statement, 'inventory');
    return outcome.ok ? outcome.value.rows : expect.fail(outcome.problem.message);
  };
  const history = sql`select installed_rank, version, description, script, installed_on_ms, success from schema_history order by installed_rank`;
  const yes = isTransactional ? true : 1;
  const no = isTransactional ? false : 0;

  it('writes a history row for each migration, at virtual time (R-MIG-2)', async () => {
    const { database } = opened();
    const script = `create table shelf (id int primary key, sku text references stock (sku))${strict}; insert into shelf values (1, 'BOOK')`;
    const outcome = await database.migrate('V2_1__add_shelf', script, 1500);

    expect(outcome).toMatchObject({
      ok: true,
      value: [
        { table: 'shelf', key: '1', before: null, after: { id: 1, sku: 'BOOK' } },
        { table: 'schema_history', key: '2', before: null, after: { version: '2.1' } },
      ],
    });
    expect(await ask(history)).toEqual([
      {
        installed_rank: 1,
        version: '1',
        description: 'create stock',
        script: 'V1__create_stock.sql',
        installed_on_ms: 0,
        success: yes,
      },
      {
        installed_rank: 2,
        version: '2.1',
        description: 'add shelf',
        script: 'V2_1__add_shelf.sql',
        installed_on_ms: 1500,
        success: yes,
      },
    ]);
    expect((await database.tables()).map(({ name }) => name)).toContain('shelf');
  });

  it('leaves of a failed migration what the engine leaves (E5, R-MIG-4)', async () => {
    const { database } = opened();
    const script =
      "alter table stock add column nick text; insert into stock (sku, on_hand) values ('CUP', 1), ('BOOK', 1)";
    expect(await database.migrate('V2__add_nick', script, 0)).toMatchObject({
      ok: false,
      problem: { reason: 'constraint' },
    });

    const stock = (await database.tables()).find(({ name }) => name === 'stock');
    expect(stock?.columns.map(({ name }) => name)).toEqual(
      isTransactional ? ['sku', 'on_hand'] : ['sku', 'on_hand', 'nick'],
    );
    expect((await ask(history)).map(({ success }) => success)).toEqual(isTransactional ? [yes] : [yes, no]);
    expect((await ask(sql`select sku from stock order by sku`)).length).toBe(2);
  });

  it('sees rows of a table that a later migration changed', async () => {
    const { database } = opened();
    expect(await ask(sql`select * from stock order by sku`)).toEqual([
      { sku: 'APPLE', on_hand: 3 },
      { sku: 'BOOK', on_hand: 10 },
    ]);
    await database.migrate(
      'V2__add_nick',
      "alter table stock add column nick text; update stock set nick = 'x' || sku",
      0,
    );
    expect(await ask(sql`select * from stock order by sku`)).toEqual([
      { sku: 'APPLE', on_hand: 3, nick: 'xAPPLE' },
      { sku: 'BOOK', on_hand: 10, nick: 'xBOOK' },
    ]);
    await database.begin('inventory');
    const outcome = await database.execute(sql`update stock set nick = ${'n'} where sku = ${'BOOK'}`);
    expect(outcome).toMatchObject({ value: { changes: [{ before: { nick: 'xBOOK' }, after: { nick: 'n' } }] } });
    await database.rollback();
  });

  it('tells a change of the key as one row gone and another come', async () => {
    const { database } = opened();
    await database.begin('inventory');
    expect(await database.execute(sql`update stock set sku = ${'TOME'} where sku = ${'BOOK'}`)).toMatchObject({
      value: {
        count: 1,
        changes: [
          { key: 'BOOK', before: { sku: 'BOOK' }, after: null },
          { key: 'TOME', before: null, after: { sku: 'TOME' } },
        ],
      },
    });
    await database.rollback();
  });

  it('prints a key of several columns, and returns rows that are asked for', async () => {
    const { database } = opened();
    await database.begin('inventory');
    const outcome = await database.execute(
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
    await database.rollback();
  });

  it('refuses a commit that a deferred constraint forbids, and keeps nothing', async () => {
    const { database } = opened();
    const link = `create table shelf (id int primary key, sku text references stock (sku) deferrable initially deferred)${strict}`;
    await database.migrate('V2__add_shelf', link, 0);
    await database.begin('inventory');
    expect(await database.execute(sql`insert into shelf values (1, ${'NOPE'})`)).toMatchObject({ ok: true });
    expect(await database.commit()).toMatchObject({ ok: false, problem: { reason: 'constraint' } });
    expect(await ask(sql`select * from shelf`)).toEqual([]);
  });

  it('numbers outbox rows; a number taken by a rollback is the engine’s affair (E8)', async () => {
    const { database } = opened();
    const record = (id: string): Sql =>
      sql`insert into outbox (id, aggregatetype, aggregateid, type, payload, headers, created_at_ms) values (${id}, 'Stock', 'BOOK', 'StockTaken', ${{ qty: 2 }}, ${{}}, 0) returning seq`;
    await database.begin('inventory');
    await database.execute(record('m-1'));
    await database.rollback();
    await database.begin('inventory');
    const outcome = await database.execute(record('m-1'));
    await database.commit();
    expect(outcome).toMatchObject({ ok: true, value: { rows: [{ seq: isTransactional ? 2 : 1 }] } });
    const payload = isTransactional ? { qty: 2 } : '{"qty":2}';
    expect(await ask(sql`select payload, published_at_ms from outbox`)).toEqual([{ payload, published_at_ms: null }]);
  });

  it('takes whole numbers beyond what JSON holds exactly', async () => {
    expect(await ask(sql`select 9007199254740991 as safe, 9007199254740993 as beyond`)).toEqual([
      { safe: 9_007_199_254_740_991, beyond: '9007199254740993' },
    ]);
  });

  it.each(['begin', 'commit', 'rollback', "prepare transaction 'x'", 'set role postgres', 'pragma foreign_keys = off'])(
    'never lets a statement take the session away: %s',
    async (text) => {
      const { database } = opened();
      await database.begin('inventory');
      const outcome = await database.execute({ kind: 'sql', parts: [text], values: [] });
      expect(outcome).toMatchObject({ ok: false, problem: { reason: 'unsupported' } });
      await database.rollback();
    },
  );
}
