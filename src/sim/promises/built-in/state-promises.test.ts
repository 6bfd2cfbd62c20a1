import { describe, expect, it } from 'vitest';
import type { Message } from '../../model/message.ts';
import { aMessage, TraceWriter } from '../../projections/testing/trace-writer.ts';
import { judged } from '../testing/judged.ts';
import { storyOf } from '../testing/two-services.ts';

describe('encapsulation (INV-22)', () => {
  const reachingIn = (access: string) => ({
    services: {
      order: { handlers: { place: [{ read: 'shelf', filter: {}, in: 'stock', rows: 'shelf' }, { reply: 200 }] } },
      stock: { database: { access } },
    },
  });

  it('holds when everybody asks the owner', async () => {
    expect((await storyOf('encapsulation', {})).answers).toEqual(['held']);
  });

  it('holds when a stranger is refused', async () => {
    expect((await storyOf('encapsulation', reachingIn('owner'))).answers).toEqual(['held']);
  });

  it('is broken by a stranger who gets in', async () => {
    const story = await storyOf('encapsulation', reachingIn('anyone'));
    expect(story.answers).toEqual(['held', 'broken']);
    expect(story.evidence).toMatchObject({ database: 'stock', owner: 'stock', caller: 'order' });
  });
});

describe('causality (INV-23)', () => {
  const told = (...messages: readonly Partial<Message>[]) => {
    const trace = new TraceWriter();
    const request = { from: 'Alice', to: 'order', operation: 'POST /orders', body: null, command: 'PLACE' };
    trace.add({ kind: 'request.sent', call: 'A-1', ...request }, { actor: 'Alice' });
    for (const [n, parts] of messages.entries()) {
      const message = { ...aMessage(`E-${String(n + 1)}`), ...parts };
      trace.add({ kind: 'message.published', message, exchange: 'shop', routingKey: 'k', by: 'handler' });
    }
    return judged({ promises: { causality: {} } }, trace.steps);
  };

  it('holds in a real run', async () => {
    expect((await storyOf('causality', {})).answers).toEqual(['held']);
  });

  it('holds along a chain, and for a message published again', () => {
    expect(told({}, { causationid: 'E-1' }, { id: 'E-1' }).answers).toEqual(['held@0']);
  });

  it.each([
    ['an unknown cause', 'its cause E-7 is unknown', { causationid: 'E-7' }],
    ['another business transaction', 'its cause belongs to A-1', { causationid: 'E-1', correlationid: 'A-2' }],
    [
      'another trace',
      `its trace is not ${'0'.repeat(31)}1`,
      { traceparent: `00-${'f'.repeat(32)}-${'0'.repeat(16)}-01` },
    ],
  ])('is broken by %s', (_, problem, parts) => {
    const { answers, last } = told({}, parts);
    expect(answers).toEqual(['held@0', 'broken@3']);
    expect(last?.evidence).toMatchObject({ messageId: 'E-2', problem });
  });
});

describe('version-monotone (INV-24)', () => {
  it('holds when every change counts up', async () => {
    expect((await storyOf('version-monotone', {})).answers).toEqual(['held']);
  });

  it('is broken by a change that forgets the version', async () => {
    const take = [{ write: 'shelf', filter: { _id: 'BOOK' }, update: { $inc: { left: -1 } } }];
    const story = await storyOf('version-monotone', { services: { stock: { handlers: { take } } } });
    expect(story.answers).toEqual(['held', 'broken']);
    expect(story.evidence).toEqual({ table: 'stock.shelf', key: 'BOOK', from: 1, to: 1 });
  });

  it('counts nothing that is never committed', () => {
    const trace = new TraceWriter();
    const changes = [{ table: 'shelf', key: 'BOOK', before: { version: 2 }, after: { version: 9 } }];
    const statement = { text: 'update', values: [] };
    const change = { kind: 'rows.changed', database: 'stock', tx: 'T-1', statement, count: 1, changes } as const;
    trace.add(change);
    trace.add({ kind: 'transaction.aborted', database: 'stock', tx: 'T-1', reason: 'refused' });
    expect(judged({ promises: { 'version-monotone': {} } }, trace.steps).answers).toEqual(['held@0']);
    trace.add(change);
    trace.add({ kind: 'transaction.committed', database: 'stock', tx: 'T-1', tables: ['shelf'] });
    expect(judged({ promises: { 'version-monotone': {} } }, trace.steps).answers).toEqual(['held@0', 'broken@4']);
  });
});

describe('migrations-sane (INV-26)', () => {
  const V1 = 'create table users (id text primary key) strict;';
  const deployed = (second: string) => ({
    services: {
      users: {
        title: 'Users',
        database: { engine: 'sqlite', migrations: { V1__create_users: V1 } },
        versions: { v2: { says: 'One more table.', database: { migrations: { V2__add_more: second } } } },
      },
    },
    plan: [{ operate: 'deploy', on: 'users', version: 'v2', at: '5ms' }],
  });

  it('holds when every version has its migrations', async () => {
    expect((await storyOf('migrations-sane', deployed('create table more (id text) strict;'))).answers.at(-1)).toBe(
      'held',
    );
  });

  it('is broken at rest by a migration that failed', async () => {
    const story = await storyOf('migrations-sane', deployed('create table users (id text) strict;'));
    expect(story.answers).toEqual(['undecided', 'would-break', 'broken']);
    expect(story.evidence).toMatchObject([{ database: 'users' }]);
  });

  it('is broken by a history that says so', () => {
    const trace = new TraceWriter();
    const row = { script: 'V1__create_users.sql', success: 0 };
    const changes = [{ table: 'schema_history', key: '1', before: null, after: row }];
    trace.add({ kind: 'migration.applied', database: 'users', name: 'V1__create_users', tables: [], changes });
    const { last } = judged({ ...deployed('select 1;'), promises: { 'migrations-sane': {} } }, trace.steps);
    expect(last?.evidence).toContainEqual({ database: 'users', failed: 'V1__create_users' });
  });

  it('is broken by a version in service without its migration', () => {
    const trace = new TraceWriter();
    trace.add({ kind: 'service.deployed', service: 'users', version: 'v2', says: null }, { actor: 'users' });
    const over = deployed('create table more (id text) strict;');
    const { last } = judged({ ...over, promises: { 'migrations-sane': {} } }, trace.steps);
    expect(last).toMatchObject({ answer: 'broken' });
    expect(last?.evidence).toContainEqual({ service: 'users', version: 'v2', missing: 'V2__add_more' });
  });
});
