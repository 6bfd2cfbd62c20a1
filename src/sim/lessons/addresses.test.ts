import { describe, expect, it } from 'vitest';
import { shopOpening } from '../projections/testing/shop-opening.ts';
import { shopTrace } from '../projections/testing/shop-trace.ts';
import { aMessage, TraceWriter } from '../projections/testing/trace-writer.ts';
import type { Trace } from '../trace/trace.ts';
import { readAddress } from './addresses.ts';

const trace = shopTrace(2);
const end = trace.steps.length;

function rowsAt(cursor: number, address: string, of: Trace = trace) {
  const read = readAddress(of, cursor, address);
  return read.ok ? read.value : read.problem;
}

const traceOf = (writer: TraceWriter): Trace => ({ ...trace, opening: shopOpening, steps: writer.steps });

describe('an address', () => {
  it('reads committed rows in key order, and none of an open transaction', () => {
    expect(rowsAt(6, 'order.orders')).toEqual([]);
    expect(rowsAt(7, 'order.orders')).toEqual([{ id: 'O-1', user_id: 'U1', status: 'PLACED', total_cents: 2400 }]);
    expect(rowsAt(end, 'inventory.stock')).toEqual([{ _id: 'SKU-BOOK', on_hand: 6 }]);
  });

  it('reads backwards as well', () => {
    rowsAt(end, 'inventory.stock');

    expect(rowsAt(0, 'inventory.stock')).toEqual([{ _id: 'SKU-BOOK', on_hand: 10 }]);
  });

  it.each(['order.stock', 'nobody.orders', 'orders', 'flow.instances'])('%s names nothing here', (address) => {
    expect(rowsAt(end, address)).toBe(`There is no table \`${address}\`.`);
  });

  it('tells what clients were answered, once they know', () => {
    expect(rowsAt(8, 'client.replies')).toEqual([]);
    expect(rowsAt(9, 'client.replies')).toMatchObject([
      {
        client: 'Alice',
        command: 'A-BOOK2',
        operation: 'POST /orders',
        status: 201,
        body: { id: 'O-1' },
        outcome: 'ok',
      },
    ]);
  });

  it('tells a client without an answer from one that was refused', () => {
    const writer = new TraceWriter();
    const sent = {
      kind: 'request.sent',
      from: 'Alice',
      to: 'order',
      operation: 'GET /x',
      body: null,
      command: null,
    } as const;
    for (const call of ['c1', 'c2', 'c3']) writer.add({ ...sent, call }, { actor: 'Alice' });
    writer.add(
      { kind: 'call.broken', call: 'c2', to: 'order', outcome: 'unknown', reason: 'reset' },
      { actor: 'Alice' },
    );
    writer.add({ kind: 'reply.received', call: 'c1', from: 'order', status: 422, body: null }, { actor: 'Alice' });

    expect(rowsAt(5, 'client.replies', traceOf(writer))).toMatchObject([
      { status: null, outcome: 'unknown' },
      { status: 422, outcome: 'refused' },
    ]);
    expect(rowsAt(5, 'trace.calls', traceOf(writer))).toMatchObject([
      { call: 'c1', outcome: 'refused' },
      { call: 'c2', outcome: 'unknown' },
      { call: 'c3', outcome: 'waiting', status: null },
    ]);
  });

  it('counts what lies in queues', () => {
    expect(rowsAt(end, 'broker.queues')).toEqual([
      { name: 'inventory.order-events', ready: 0, unacked: 0, total: 0, acked: 2, dropped: 0 },
      { name: 'inventory.order-events.dead', ready: 0, unacked: 0, total: 0, acked: 0, dropped: 0 },
      { name: 'user.order-events', ready: 0, unacked: 0, total: 0, acked: 2, dropped: 0 },
    ]);
  });

  it('knows dead letters by the queue they came from, until somebody takes them', () => {
    const writer = new TraceWriter();
    const message = aMessage('E-2');
    const [queue, to] = ['inventory.order-events', 'inventory.order-events.dead'];
    writer.add({
      kind: 'message.published',
      message,
      exchange: 'shop.events',
      routingKey: 'order.created',
      by: 'relay',
    });
    writer.add({ kind: 'message.deadLettered', queue, to, messageId: 'E-2', reason: 'delivery_limit', attempts: 4 });
    const dead = { queue, id: 'E-2', message: 'OrderCreated', subject: 'O-1', reason: 'delivery_limit', attempts: 4 };
    expect(rowsAt(2, 'broker.dead', traceOf(writer))).toEqual([dead]);

    writer.add({ kind: 'message.acked', queue: to, tag: 1, messageId: 'E-2' });

    expect(rowsAt(3, 'broker.dead', { ...traceOf(writer) })).toEqual([]);
  });

  it('lists refused strangers with what refused them', () => {
    const writer = new TraceWriter();
    const refusal = {
      reason: 'permission',
      code: '42501',
      message: 'permission denied for table stock',
      position: null,
    } as const;
    const statement = { text: 'select on_hand from stock', values: [] };
    writer.add({ kind: 'access.denied', database: 'inventory', caller: 'order', statement, refusal, by: 'engine' });

    expect(rowsAt(1, 'access.denied', traceOf(writer))).toEqual([
      {
        database: 'inventory',
        owner: 'inventory',
        caller: 'order',
        statement: 'select on_hand from stock',
        code: '42501',
        message: 'permission denied for table stock',
        by: 'engine',
        at_ms: 1,
      },
    ]);
  });
});
