import { afterAll, describe, expect, it } from 'vitest';
import { closeEngines } from '#host/in-process.ts';
import type { JsonMap } from '../model/json.ts';
import { causesOf, column, crash, happens, struckOf, told } from './testing/told.ts';

afterAll(closeEngines);

const place = (at: string, id: string): JsonMap => ({ run: 'PLACE', at, with: { id } });
const both = [place('0ms', 'O-1'), place('0ms', 'O-2')];

describe('a crash of a service', () => {
  it('leaves nothing of the open transaction: no row, no outbox row, no inbox row (R-KRN-6, R-TX-1)', async () => {
    const trace = await happens({ plan: [place('0ms', 'O-1'), crash('order', 'tx.before_commit')] });

    expect(column(trace, 'order.orders', '_id')).toEqual([]);
    expect(column(trace, 'order.outbox', '_id')).toEqual([]);
    expect(told(trace, 'transaction.aborted', 'service.crashed', 'call.broken')).toEqual([
      '7ms order: rolls back T-1: connection lost',
      '7ms order: order/1 crashes and forgets R-1',
      '12ms Alice: loses its connection to order (connection reset): outcome unknown',
    ]);
  });

  it('takes a request that has just come in with it, and serves nothing while it is down (R-KRN-6)', async () => {
    const trace = await happens({ plan: [...both, crash('order', 'rpc.server.received')] });

    expect(told(trace, 'request.received', 'call.broken')).toEqual([
      '5ms order: receives POST /orders from Alice',
      '10ms Alice: loses its connection to order (connection reset): outcome unknown',
      '10ms Alice: loses its connection to order (connection reset): outcome unknown',
    ]);
    expect(column(trace, 'order.orders', '_id')).toEqual([]);
  });

  it('refuses a connection to a service that is down: that outcome is known (R-RPC-2)', async () => {
    const trace = await happens({
      plan: [{ fault: 'crash', on: 'order', at: '0ms' }, place('10ms', 'O-1')],
    });

    expect(told(trace, 'call.broken')).toEqual([
      '20ms Alice: loses its connection to order (connection refused): outcome failed',
    ]);
  });

  it('sends requests to an instance that is up', async () => {
    const trace = await happens({
      services: { order: { instances: 2 } },
      plan: [{ fault: 'crash', on: 'order/1', at: '0ms' }, place('10ms', 'O-1')],
    });

    expect(told(trace, 'request.received')).toEqual(['15ms order/2: receives POST /orders from Alice']);
  });

  it('ends its timers: the run does not wait for them (R-KRN-6)', async () => {
    const handlers = { place: [{ wait: '30m' }] };
    const trace = await happens({
      services: { order: { handlers, messaging: { publish: 'direct-after-commit' } } },
      plan: [place('0ms', 'O-1'), { fault: 'crash', on: 'order', at: '100ms', for: '1s' }],
    });

    expect(trace.end).toMatchObject({ kind: 'quiescent', at: 1100 });
  });

  it('does not strike what is down already, at a time or at a point (A2)', async () => {
    const down = { fault: 'crash', on: 'order', at: '0ms', for: '10m' };
    const trace = await happens({ plan: [down, place('10ms', 'O-1'), crash('order', 'call.broken'), down] });
    const atPoint = await happens({
      plan: [down, place('10ms', 'O-1'), crash('order', 'rpc.client.broken', { in: 'Alice' })],
    });

    expect(struckOf(trace)).toEqual([true, true, false, false]);
    expect(struckOf(atPoint)).toEqual([true, true, false]);
  });

  it('strikes every time, and ends with a word when it would never end', async () => {
    const loop = { ...crash('order', 'fault.injected', { in: 'operator', n: 'every' }), for: '0ms' };
    const restarts = { ...crash('order', 'service.restarted', { n: 'every' }), for: '0ms' };
    const trace = await happens({ plan: [place('0ms', 'O-1'), crash('order', 'tx.begin'), loop, restarts] });

    expect(trace.end?.kind).toBe('step-limit');
    expect(told(trace, 'run.limited')).toHaveLength(1);
  });
});

describe('a consumer that crashes', () => {
  const inbox = (name: string): JsonMap => ({ services: { stock: { messaging: { inbox: name } } } });
  const settled = crash('stock', 'consumer.after_commit_before_ack');

  it('gets its message again, marked as seen, after the detection delay (R-Q-6, R-Q-8, R-KRN-5)', async () => {
    const trace = await happens({ ...inbox('off'), plan: [place('0ms', 'O-1'), settled] });

    expect(told(trace, 'message.received', 'service.crashed', 'connection.lost', 'service.restarted')).toEqual([
      '54ms stock: receives OrderPlaced E-1 from stock.orders, tag 1',
      '56ms stock: stock/1 crashes',
      '156ms broker: misses stock/1 on stock.orders',
      '1056ms stock: stock/1 is back',
      '1058ms stock: receives OrderPlaced E-1 from stock.orders, tag 1, again',
    ]);
    expect(column(trace, 'stock.shelf', 'left')).toEqual([8]);
  });

  it('has its effect once with an inbox in the same transaction (R-INB-2)', async () => {
    const trace = await happens({ ...inbox('atomic'), plan: [place('0ms', 'O-1'), settled] });

    expect(column(trace, 'stock.shelf', 'left')).toEqual([9]);
    expect(told(trace, 'message.discarded', 'message.acked')).toEqual([
      '1060ms stock: discards E-1: duplicate',
      '1060ms stock: acks E-1 on stock.orders, tag 1',
    ]);
  });

  it('has it once even where its handler asks for no transaction (R-INB-2)', async () => {
    const lone = { take: [{ write: 'shelf', filter: { _id: 'BOOK' }, update: { $inc: { left: -1 } } }] };
    const trace = await happens({
      services: { stock: { handlers: lone } },
      plan: [place('0ms', 'O-1'), crash('stock', 'tx.after_commit')],
    });

    expect(told(trace, 'message.received')).toHaveLength(2);
    expect(column(trace, 'stock.shelf', 'left')).toEqual([9]);
  });

  it('has it twice when it marks after its effect, never when it marks before (R-INB-3)', async () => {
    const twice = await happens({ ...inbox('check-then-act'), plan: [place('0ms', 'O-1'), settled] });
    const never = await happens({
      ...inbox('marker-first'),
      plan: [place('0ms', 'O-1'), crash('stock', 'inbox.marked')],
    });

    expect(column(twice, 'stock.shelf', 'left')).toEqual([8]);
    expect(column(never, 'stock.shelf', 'left')).toEqual([10]);
  });

  it('loses its message for good when it was acked at delivery (R-Q-5)', async () => {
    const trace = await happens({
      services: { stock: { messaging: { ack: 'auto' } } },
      plan: [place('0ms', 'O-1'), crash('stock', 'consumer.received')],
    });

    expect(column(trace, 'stock.shelf', 'left')).toEqual([10]);
    expect(told(trace, 'message.received')).toHaveLength(1);
  });

  it('names its coming back as the cause of every delivery that follows from it', async () => {
    const trace = await happens({
      services: { stock: { consumes: { orders: { prefetch: 5 } } } },
      plan: [...both, crash('stock', 'consumer.received')],
    });

    expect(causesOf(trace, 'message.delivered').slice(-2)).toEqual([
      'delivers OrderPlaced E-1 from stock.orders to stock/1, tag 1, again <- stock/1 is back',
      'delivers OrderPlaced E-2 from stock.orders to stock/1, tag 2, again <- stock/1 is back',
    ]);
  });

  it('that dies right after an ack leaves a story without gaps: every message that comes back was delivered', async () => {
    const trace = await happens({ plan: [...both, crash('stock', 'consumer.after_ack')] });

    expect(told(trace, 'message.delivered', 'message.acked', 'message.requeued')).toEqual([
      '52ms broker: delivers OrderPlaced E-1 from stock.orders to stock/1, tag 1',
      '56ms stock: acks E-1 on stock.orders, tag 1',
      '56ms broker: delivers OrderPlaced E-2 from stock.orders to stock/1, tag 2',
      '156ms broker: requeues E-2 on stock.orders: connection-lost',
      '1056ms broker: delivers OrderPlaced E-2 from stock.orders to stock/1, tag 1, again',
      '1060ms stock: acks E-2 on stock.orders, tag 1',
    ]);
  });

  it('hands what it held to another instance', async () => {
    const trace = await happens({
      services: { stock: { instances: 2 } },
      plan: [place('0ms', 'O-1'), crash('stock/1', 'consumer.received')],
    });

    expect(told(trace, 'message.received').map((line) => line.split(':')[0])).toEqual(['54ms stock', '156ms stock/2']);
    expect(column(trace, 'stock.shelf', 'left')).toEqual([9]);
  });
});
