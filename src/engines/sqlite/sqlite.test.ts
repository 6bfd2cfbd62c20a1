import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { EngineServer } from '#sim/kernel/engine-port.ts';
import { sql } from '../testing/dialect.ts';
import { alone, specOf, startInNode } from '../testing/opened.ts';
import recording from '../testing/sqlite-recording.json' with { type: 'json' };

let server: EngineServer;

beforeAll(async () => {
  server = await startInNode('sqlite');
});
afterAll(() => server.close());
afterEach(() => server.reset());

it('answers as it did when it was recorded', async () => {
  const database = await server.open(specOf('user', 'sqlite'));
  expect(await database.migrate('V1__users', recording.setup, 0)).toMatchObject({ ok: true });
  for (const { sql: text, ...expected } of recording.statements) {
    const outcome = await alone(database, text);
    const got = outcome.ok
      ? { text, count: outcome.value }
      : { text, code: outcome.problem.code, message: outcome.problem.message };
    expect(got).toEqual({ text, ...expected });
  }
});

describe('SQLite', () => {
  it('keys a table without a key by its row number, and tells of rows that go by a cascade or a replacement', async () => {
    const database = await server.open(specOf('user', 'sqlite'));
    const script = `create table log (what text); create table a (id integer primary key, n integer) strict;
      create table b (a_id integer primary key references a (id) on delete cascade) strict;
      insert into a values (1, 1); insert into b values (1)`;
    await database.migrate('V1__tables', script, 0);
    await database.begin('user');
    expect(await database.execute(sql`insert into log values ('x'), ('y')`)).toMatchObject({
      value: { count: 2, changes: [{ key: '1', after: { what: 'x' } }, { key: '2' }] },
    });
    const replaced = await database.execute(sql`insert or replace into a values (1, 2)`);
    expect(replaced.ok ? replaced.value.changes.map(({ table, after }) => [table, after]) : []).toEqual([
      ['b', null],
      ['a', null],
      ['a', { id: 1, n: 2 }],
    ]);
    await database.rollback();
  });

  it('runs a migration with a trigger in it, and sees what the trigger does', async () => {
    const database = await server.open(specOf('user', 'sqlite'));
    const script = `create table a (id integer primary key, n integer) strict;
      create trigger twice after insert on a begin
        update a set n = case when new.n > 0 then new.n * 2 end where id = new.id;
      end;`;
    expect(await database.migrate('V1__trigger', script, 0)).toMatchObject({ ok: true });
    await database.begin('user');
    const outcome = await database.execute(sql`insert into a values (1, 5)`);
    expect(outcome).toMatchObject({
      value: { count: 1, changes: [{ after: { n: 5 } }, { before: { n: 5 }, after: { n: 10 } }] },
    });
    await database.rollback();
  });

  it('takes back a change of the schema with its transaction, and goes on capturing', async () => {
    const database = await server.open(specOf('user', 'sqlite'));
    await database.migrate('V1__a', 'create table a (id integer primary key) strict', 0);
    await database.begin('user');
    await database.execute(sql`alter table a add column nick text`);
    expect(await database.execute(sql`insert into a values (1, 'x')`)).toMatchObject({
      value: { changes: [{ after: { nick: 'x' } }] },
    });
    await database.rollback();
    await database.begin('user');
    expect(await database.execute(sql`insert into a values (1)`)).toMatchObject({
      value: { changes: [{ key: '1', after: { id: 1 } }] },
    });
    await database.commit();
    expect((await database.snapshot()).find(({ name }) => name === 'a')?.rows).toEqual([{ id: 1 }]);
  });

  it('binds truth values as numbers, and lists and maps as the JSON text its functions read', async () => {
    const database = await server.open(specOf('user', 'sqlite'));
    const outcome = await database.query(
      sql`select ${true} as yes, ${null} as none, ${1_700_000_000_000} as ms, (select group_concat(value) from json_each(${['a', 'b']})) as list`,
      'user',
    );
    expect(outcome).toMatchObject({ value: { rows: [{ yes: 1, none: null, ms: 1_700_000_000_000, list: 'a,b' }] } });
  });

  it('says where a word it does not understand stands, if it stands there once', async () => {
    const database = await server.open(specOf('user', 'sqlite'));
    const at = async (text: string): Promise<unknown> => {
      const outcome = await database.query({ kind: 'sql', parts: [text], values: [] }, 'user');
      return outcome.ok ? null : outcome.problem.position;
    };
    expect(await at('select 1 frm x')).toBe(13);
    expect(await at('select x x x')).toBeNull();
    expect(await at('select (')).toBe(8);
  });
});
