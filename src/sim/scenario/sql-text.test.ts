import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileSql, tablesCreatedIn, tablesIn } from './sql-text.ts';
import { sqlTokens } from './sql-tokens.ts';

describe('holes', () => {
  it('bind a name or a path', () => {
    expect(compileSql('insert into t values (:id, :line.sku) -- :x')).toEqual({
      parts: ['insert into t values (', ', ', ') -- :x'],
      names: ['id', 'line.sku'],
    });
  });

  it.each([
    [`select ':no' from t where a = :yes`, ['yes']],
    [`select 'it''s :no' || :yes`, ['yes']],
    [`select ":no" from t where a = :yes`, ['yes']],
    ['select :a::text, b::int', ['a']],
    ['select /* :no /* :no */ :no */ :yes', ['yes']],
    ['select $$ :no $$, $q$ :no $x$ :no $q$, :yes', ['yes']],
    [`select E'\\' :no' , :yes`, ['yes']],
    ["select ':no", []],
    ['select a[1:2], :yes', ['yes']],
    ['select :1, : x', []],
  ])('are not seen in %s', (sql, names) => {
    expect(compileSql(sql).names).toEqual(names);
  });

  it('leave the text as it was around them', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'select ',
            ':a',
            ':b.c',
            "'",
            '"',
            '$$',
            '--',
            '\n',
            '/*',
            '*/',
            '::',
            ' x ',
            '`',
            '$a$',
            "''",
            '\\',
          ),
        ),
        (pieces) => {
          const sql = pieces.join('');
          const { parts, names } = compileSql(sql);

          expect(parts).toHaveLength(names.length + 1);
          expect(parts.map((part, index) => (index === 0 ? part : `:${names[index - 1] ?? ''}${part}`)).join('')).toBe(
            sql,
          );
          expect(
            sqlTokens(sql)
              .map(({ text }) => text)
              .join(''),
          ).toBe(sql);
        },
      ),
    );
  });
});

describe('tables', () => {
  it.each([
    ['select * from orders o join users u on u.id = o.user_id', ['orders', 'users']],
    ['select * from orders, users as u, (select 1 from stock) s', ['orders', 'users', 'stock']],
    [
      'insert into order_items select :a, sku from product_ref where sku = :b on conflict (a) do update set b = excluded.b',
      ['order_items', 'product_ref'],
    ],
    ['update users set a = 1', ['users']],
    ['delete from users where id in (select user_id from orders)', ['users', 'orders']],
    [
      'with late as (select id from orders), early (id) as (select 1 from stock) select * from late, early',
      ['orders', 'stock'],
    ],
    ['select extract(year from created) from orders for update', ['orders']],
    ['select a is distinct from b from t', ['t']],
    ['select value from json_each(:ids)', []],
    ['select * from "Orders", inventory.stock', ['orders', 'stock']],
    ["select 'from users' /* from users */ from orders -- join users", ['orders']],
    ['alter table if exists only orders add column x int', ['orders']],
  ])('of %s', (sql, tables) => {
    expect(tablesIn(sql)).toEqual(tables);
  });

  it('that a migration renames or makes a view of', () => {
    expect(
      tablesCreatedIn(
        'alter table a rename to b; alter table c rename column x to y; create or replace view d as select 1',
      ),
    ).toEqual(['b', 'd']);
  });

  it('that a migration creates', () => {
    expect(
      tablesCreatedIn(
        'create table A (x int); create temporary table if not exists b (y int); alter table c add z int',
      ),
    ).toEqual(['a', 'b']);
  });
});
