import { stepNumber } from '../../model/ids.ts';
import { instant } from '../../model/time.ts';
import type { Trace } from '../../trace/trace.ts';
import { change, row, shopOpening } from './shop-opening.ts';
import { aMessage, TraceWriter } from './trace-writer.ts';

/** A run of `orders` orders through three services with an outbox, as the kernel would tell it; 31 steps each. */
export function shopTrace(orders: number): Trace {
  const writer = new TraceWriter();
  for (let n = 1; n <= orders; n += 1) {
    placed(writer, n);
    published(writer, n);
    consumed(writer, n, 'inventory');
    consumed(writer, n, 'user');
  }
  const rested = writer.add({ kind: 'run.rested' }, { actor: 'broker', after: 30 });
  return {
    opening: shopOpening,
    steps: writer.steps,
    verdicts: [
      { promise: 'no-zombie', step: stepNumber(0), answer: 'undecided', evidence: null, until: null },
      { promise: 'no-zombie', step: stepNumber(7), answer: 'would-break', evidence: ['O-1'], until: null },
      { promise: 'no-zombie', step: rested.number, answer: 'held', evidence: null, until: null },
    ],
    end: { kind: 'quiescent', at: instant(rested.at), struck: [] },
  };
}

const sql = (text: string) => ({ text, values: [] });

function placed(writer: TraceWriter, n: number): void {
  const id = `O-${String(n)}`;
  const call = `c-${String(n)}`;
  const tx = `order-${String(n)}`;
  const about = { handler: 'place-order', command: 'A-BOOK2' };
  const line = (path: string) => ({ line: { handler: 'place-order', path }, about });
  const order = row({ id, user_id: 'U1', status: 'PLACED', total_cents: 2400 });
  const operation = 'POST /orders';
  const command = 'A-BOOK2';
  const begun = writer.steps.length === 0 ? null : undefined;
  writer.add(
    { kind: 'request.sent', call, from: 'Alice', to: 'order', operation, body: { id }, command },
    { actor: 'Alice', ...(begun === null ? { cause: null } : {}) },
  );
  writer.add(
    { kind: 'request.received', call, from: 'Alice', operation },
    { point: 'rpc.server.received', after: 5, about },
  );
  writer.add(
    { kind: 'rows.read', database: 'order', statement: sql('select'), tables: ['product_ref'], count: 1 },
    line('0'),
  );
  writer.add({ kind: 'transaction.begun', database: 'order', tx }, line('2'));
  writer.add(
    {
      kind: 'rows.changed',
      database: 'order',
      tx,
      statement: sql('insert'),
      count: 1,
      changes: [change('orders', id, null, order)],
    },
    line('2.0'),
  );
  const message = aMessage(`order-${String(n)}`);
  const recorded = change(
    'outbox',
    message.id,
    null,
    row({ id: message.id, type: message.type, published_at_ms: null }),
  );
  writer.add({ kind: 'message.recorded', database: 'order', tx, message, changes: [recorded] }, line('2.1'));
  writer.add(
    { kind: 'transaction.committed', database: 'order', tx, tables: ['orders', 'outbox'] },
    { ...line('2.commit'), point: 'tx.after_commit' },
  );
  writer.add({ kind: 'reply.sent', call, to: 'Alice', status: 201, body: { id } }, { about });
  writer.add({ kind: 'reply.received', call, from: 'order', status: 201, body: { id } }, { actor: 'Alice', after: 5 });
}

function published(writer: TraceWriter, n: number): void {
  const message = aMessage(`order-${String(n)}`);
  const relay = { part: 'relay' as const };
  const before = row({ id: message.id, type: message.type, published_at_ms: null });
  const exchange = 'shop.events';
  const routingKey = 'order.created';
  writer.add({ kind: 'outbox.selected', database: 'order', messages: [message.id] }, { ...relay, after: 40 });
  writer.add({ kind: 'message.published', message, exchange, routingKey, by: 'relay' }, relay);
  const queues = ['inventory.order-events', 'user.order-events'];
  writer.add({ kind: 'message.routed', message, exchange, routingKey, queues }, { actor: 'broker', after: 5 });
  writer.add({ kind: 'publish.confirmed', messageId: message.id }, { ...relay, after: 5 });
  const changes = [change('outbox', message.id, before, { ...before, published_at_ms: 60 })];
  writer.add({ kind: 'outbox.marked', database: 'order', messageId: message.id, changes }, relay);
}

function consumed(writer: TraceWriter, n: number, service: 'inventory' | 'user'): void {
  const message = aMessage(`order-${String(n)}`);
  const queue = `${service}.order-events`;
  const tx = `${service}-${String(n)}`;
  const handler = service === 'inventory' ? 'take-from-shelf' : 'remember-order';
  const inside = { actor: service, about: { handler, message: message.type, messageId: message.id } };
  const line = (path: string) => ({ ...inside, line: { handler, path } });
  const received = { queue, tag: n, message, redelivered: false };
  writer.add(
    { kind: 'message.delivered', ...received, to: `${service}/1:${queue}`, deliveryCount: 0 },
    { actor: 'broker' },
  );
  writer.add({ kind: 'message.received', ...received }, { ...inside, after: 5 });
  writer.add({ kind: 'transaction.begun', database: service, tx }, line('0'));
  const marked = change('inbox', message.id, null, row({ message_id: message.id }));
  writer.add(
    { kind: 'inbox.marked', database: service, tx, consumer: queue, messageId: message.id, changes: [marked] },
    line('0'),
  );
  for (const [place, one] of businessOf(n, service).entries()) {
    writer.add(
      { kind: 'rows.changed', database: service, tx, statement: sql('write'), count: 1, changes: [one] },
      line(`0.${String(place)}`),
    );
  }
  writer.add({ kind: 'transaction.committed', database: service, tx, tables: ['inbox'] }, line('0.commit'));
  writer.add({ kind: 'message.acked', queue, tag: n, messageId: message.id }, inside);
}

function businessOf(n: number, service: 'inventory' | 'user') {
  const order = `O-${String(n)}`;
  if (service === 'inventory') {
    const stock = (on_hand: number) => row({ _id: 'SKU-BOOK', on_hand });
    const moved = row({ _id: `order-${String(n)}`, order_id: order, sku: 'SKU-BOOK', delta: -2, reason: 'SALE' });
    return [
      change('stock', 'SKU-BOOK', stock(12 - 2 * n), stock(10 - 2 * n)),
      change('movements', `order-${String(n)}`, null, moved),
    ];
  }
  const user = (order_count: number) => row({ id: 'U1', name: 'Alice', order_count });
  const history = row({ user_id: 'U1', order_id: order, status: 'PLACED', total_cents: 2400 });
  return [change('order_history', order, null, history), change('users', 'U1', user(n - 1), user(n))];
}
