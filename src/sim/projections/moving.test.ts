import { describe, expect, it } from 'vitest';
import type { Happening } from '../trace/happening.ts';
import { type Moving, moving } from './moving.ts';
import { project } from './projection.ts';
import { shopOpening } from './testing/shop-opening.ts';
import { shopTrace } from './testing/shop-trace.ts';
import { TraceWriter } from './testing/trace-writer.ts';

const { steps } = shopTrace(1);

const said = (now: Moving | null) =>
  now === null ? null : `${now.token} ${now.leg}${now.back ? ' back' : ''} ${now.wire} (${now.label}) ${now.fate}`;

const at = (kind: Happening['kind']) => {
  const cursor = steps.findIndex((step) => step.kind === kind) + 1;
  return said(project(moving, shopOpening, steps.slice(0, cursor)).now);
};

describe('what moves at a step', () => {
  it.each([
    ['request.sent', 'command out client:Alice>service:order (POST /orders) well'],
    ['request.received', 'command in client:Alice>service:order (POST /orders) well'],
    ['reply.sent', 'reply out back client:Alice>service:order (201) well'],
    ['reply.received', 'reply in back client:Alice>service:order (201) well'],
    ['message.published', 'event out service:order>exchange:shop.events (OrderCreated) well'],
    ['message.routed', 'event in service:order>exchange:shop.events (OrderCreated) well'],
    ['publish.confirmed', 'reply through back service:order>exchange:shop.events (confirm) well'],
    ['message.delivered', 'event out queue:inventory.order-events>service:inventory (OrderCreated) well'],
    ['message.received', 'event in queue:inventory.order-events>service:inventory (OrderCreated) well'],
    ['message.acked', 'reply through back queue:inventory.order-events>service:inventory (ack) well'],
    ['rows.changed', null],
    ['transaction.committed', null],
  ] as const)('%s: %s', (kind, expected) => {
    expect(at(kind)).toBe(expected);
  });

  it('is the news that nothing will come, when a connection breaks', () => {
    const writer = new TraceWriter();
    writer.steps.push(...steps.slice(0, 4));
    writer.add({ kind: 'call.broken', call: 'c-1', to: 'order', outcome: 'unknown', reason: 'connection reset' });

    expect(said(project(moving, shopOpening, writer.steps).now)).toBe(
      'reply in back client:Alice>service:order (connection reset) lost',
    );
  });

  it('is a statement, when it crosses into the database of another service', () => {
    const writer = new TraceWriter();
    const refusal = { reason: 'permission', code: '42501', message: 'permission denied', position: null } as const;
    const statement = { text: 'select', values: [] };
    writer.add({ kind: 'access.denied', database: 'user', caller: 'order', statement, refusal, by: 'engine' });

    expect(said(project(moving, shopOpening, writer.steps).now)).toBe(
      'query through service:order>service:user#reach (42501) lost',
    );
  });

  it('is a query when it only reads, by its verb', () => {
    const writer = new TraceWriter();
    const sent = { call: 'c1', from: 'order', to: 'user', body: null, command: null };
    writer.add({ kind: 'request.sent', ...sent, operation: 'GET /users/U1' });

    expect(project(moving, shopOpening, writer.steps).now?.token).toBe('query');
  });
});
