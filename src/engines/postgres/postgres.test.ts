import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { EngineServer } from '#sim/kernel/engine-port.ts';
import { sql } from '../testing/dialect.ts';
import { alone, specOf, startInNode } from '../testing/opened.ts';
import recording from '../testing/postgres-recording.json' with { type: 'json' };
import { postgresAssetsInNode } from './assets-node.ts';
import { startPostgres } from './start.ts';

let server: EngineServer;

beforeAll(async () => {
  server = await startInNode('postgres');
});
afterAll(() => server.close());
afterEach(() => server.reset());

describe('PostgreSQL answers as it did when it was recorded', () => {
  it.each(recording.cases)('$id', async ({ statements }) => {
    const database = await server.open(specOf('shop', 'postgres'));
    expect(await database.migrate('V1__shop', recording.setup, 0)).toMatchObject({ ok: true });
    for (const { sql: text, ...expected } of statements) {
      const outcome = await alone(database, text);
      const { code, message, position } = { code: null, message: null, position: null, ...expected };
      const got = outcome.ok
        ? { text, count: outcome.value }
        : { text, code: outcome.problem.code, message: outcome.problem.message, position: outcome.problem.position };
      expect(got).toEqual(code === null ? { text, count: expected.count ?? 0 } : { text, code, message, position });
    }
  });
});

describe('services on one server', () => {
  const orders = specOf('order', 'postgres', {
    migrations: { V1__orders: 'create table orders (id text primary key)' },
  });

  it('keeps tables of one name apart, each under its owner', async () => {
    const order = await server.open(orders);
    const user = await server.open(specOf('user', 'postgres'));
    for (const database of [order, user]) {
      await database.migrate('V1__orders', 'create table orders (id text primary key)', 0);
      await alone(database, `insert into orders values ('of ${database.spec.id}')`);
    }
    expect(await order.query(sql`select id from orders`, 'order')).toMatchObject({
      value: { rows: [{ id: 'of order' }] },
    });
    expect(await user.query(sql`select id from orders`, 'user')).toMatchObject({
      value: { rows: [{ id: 'of user' }] },
    });
  });

  it('has PostgreSQL itself refuse a neighbour, in its own words (R-OWN-1)', async () => {
    const order = await server.open(orders);
    await order.migrate('V1__orders', 'create table orders (id text primary key)', 0);
    const user = await server.open(specOf('user', 'postgres'));

    const refusal = {
      reason: 'permission',
      code: '42501',
      message: 'permission denied for table orders',
      position: null,
    };
    expect(await order.query(sql`select * from orders`, 'user')).toEqual({ ok: false, problem: refusal });
    expect(await user.query(sql`select * from "order".orders`, 'user')).toEqual({ ok: false, problem: refusal });
    expect(await order.query(sql`select * from orders`, 'order')).toMatchObject({ ok: true });
  });

  it('opens data but not the schema where the door stands open', async () => {
    const order = await server.open({ ...orders, access: 'anyone' });
    await order.migrate('V1__orders', 'create table orders (id text primary key)', 0);
    await order.begin('user');
    expect(await order.execute(sql`insert into orders values ('O-1')`)).toMatchObject({ ok: true });
    expect(await order.execute(sql`drop table orders`)).toMatchObject({ ok: false, problem: { code: '42501' } });
    await order.rollback();
  });

  it.each(['public', 'pg_order', 'none', 'order-view', 'user'])('takes %s for a name', async (id) => {
    const database = await server.open(specOf(id, 'postgres'));
    expect(await database.query(sql`select 1 as one`, id)).toMatchObject({ ok: true, value: { rows: [{ one: 1 }] } });
  });
});

describe('what PostgreSQL prints', () => {
  it('becomes JSON by its type, the same in rows and in changes', async () => {
    const database = await server.open(specOf('shop', 'postgres'));
    const columns =
      'n numeric(12, 2), i int8, f float8, b boolean, d date, t timestamptz, j jsonb, y bytea, a text[], m int[]';
    await database.migrate('V1__all', `create table everything (id text primary key, ${columns})`, 0);
    await database.begin('shop');
    const outcome = await database.execute(
      sql`insert into everything values ('x', ${12.5}, ${'9007199254740993'}, ${'Infinity'}, ${true}, ${'2024-02-29'},
        ${'2024-02-29T12:00:00+02'}, ${{ a: [1, null, 'x"y'] }}, ${'\\x00ff'}, ${['a', 'b, c', 'd"\\', null, '']}, ${[
          [1, 2],
          [3, 4],
        ]})
        returning *`,
    );
    await database.commit();

    const row = {
      id: 'x',
      n: 12.5,
      i: '9007199254740993',
      f: 'Infinity',
      b: true,
      d: '2024-02-29',
      t: '2024-02-29 10:00:00+00',
      j: { a: [1, null, 'x"y'] },
      y: '\\x00ff',
      a: ['a', 'b, c', 'd"\\', null, ''],
      m: [
        [1, 2],
        [3, 4],
      ],
    };
    expect(outcome).toMatchObject({ ok: true, value: { rows: [row], changes: [{ before: null, after: row }] } });
    expect((await database.snapshot()).find(({ name }) => name === 'everything')?.rows).toEqual([row]);
  });

  it('tells of rows that a truncate or a cascade takes away', async () => {
    const database = await server.open(specOf('shop', 'postgres'));
    const tables = `create table a (id int primary key); create table b (id int primary key references a on delete cascade)`;
    await database.migrate('V1__two', `${tables}; insert into a values (1); insert into b values (1)`, 0);
    await database.begin('shop');
    const cascaded = await database.execute(sql`delete from a`);
    expect(cascaded).toMatchObject({ ok: true, value: { count: 1 } });
    expect(cascaded.ok ? cascaded.value.changes.map(({ table }) => table).toSorted() : []).toEqual(['a', 'b']);
    await database.rollback();
    await database.begin('shop');
    expect(await database.execute(sql`truncate b`)).toMatchObject({
      value: { changes: [{ table: 'b', key: '1', after: null }] },
    });
    await database.rollback();
  });

  it('captures changes of tables made inside a transaction, and forgets them with it', async () => {
    const database = await server.open(specOf('shop', 'postgres'));
    await database.begin('shop');
    await database.execute(sql`create table fresh (id int)`);
    expect(await database.execute(sql`insert into fresh values (7)`)).toMatchObject({
      value: { changes: [{ key: '7' }] },
    });
    await database.rollback();
    expect((await database.tables()).map(({ name }) => name)).not.toContain('fresh');
  });
});

describe('prepared transactions (E1)', () => {
  it('are there, hide what they hold until they commit, and keep the row locked', async () => {
    const postgres = await startPostgres(await postgresAssetsInNode.load(() => null));
    try {
      await postgres.exec("create table stock (sku text primary key, n int); insert into stock values ('BOOK', 1)");
      await postgres.exec("begin; update stock set n = 0; prepare transaction 'T-1'");

      const { rows } = await postgres.query('select n from stock');
      expect(rows).toEqual([{ n: 1 }]);
      await expect(postgres.query('select n from stock for update nowait')).rejects.toMatchObject({ code: '55P03' });
      expect((await postgres.query('select gid from pg_prepared_xacts')).rows).toEqual([{ gid: 'T-1' }]);
      await postgres.exec("commit prepared 'T-1'");
      expect((await postgres.query('select n from stock')).rows).toEqual([{ n: 0 }]);
    } finally {
      await postgres.close();
    }
  });
});
