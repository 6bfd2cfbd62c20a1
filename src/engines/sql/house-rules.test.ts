import { describe, expect, it } from 'vitest';
import { readStatement } from './house-rules.ts';
import { numbered } from './statement-text.ts';

describe('statements that are run', () => {
  it.each([
    ['select', "select 'commit; begin' as x -- rollback; set role"],
    ['select', 'select now from clocks where random > 1 and "current_date" = 1'],
    ['select', 'with gone as (delete from a returning *) select * from gone'],
    ['update', 'with x as (select 1) update a set b = (select max(c) from (values (1)) v (c))'],
    ['update', "update a set status = 'end' /* begin */ where b = $1"],
    ['create', 'create function f() returns void language plpgsql as $body$ begin perform now(); end $body$'],
    ['create', 'create trigger t after insert on a begin update a set b = case when c then 1 end; delete from d; end'],
    ['select', "select date(at_ms / 1000, 'unixepoch'), strftime('%Y', 0, 'unixepoch')"],
    ['insert', 'insert into "commit" values (`begin`)'],
    ['', ' -- nothing'],
  ])('%s: %s', (verb, text) => {
    expect(readStatement(text)).toEqual({ verb, refusal: null });
  });
});

describe('statements that are not', () => {
  it.each([
    'begin',
    'START TRANSACTION',
    'commit',
    'select 1; rollback',
    'create table a (b int); commit; create table c (d int)',
    'create trigger t after insert on a begin delete from b; end; commit',
    'savepoint s',
    "prepare transaction 'g'",
    'set role postgres',
    'pragma query_only = off',
    "attach 'x' as y",
    'select NOW()',
    'select now ()',
    'insert into a values (current_timestamp)',
    'create table a (at timestamptz default now())',
    'select random() from a',
    'select pg_sleep(9)',
    "select set_config('role', 'postgres', false)",
    "select datetime('now', '+1 day')",
    'select date()',
  ])('%s', (text) => {
    expect(readStatement(text).refusal).toMatchObject({ reason: 'unsupported', code: 'UNSUPPORTED' });
  });
});

it('puts a numbered parameter into each hole', () => {
  expect(numbered({ kind: 'sql', parts: ['select ', ' + ', ''], values: [1, 2] }, '$')).toBe('select $1 + $2');
  expect(numbered({ kind: 'sql', parts: ['select 1'], values: [] }, '?')).toBe('select 1');
});
