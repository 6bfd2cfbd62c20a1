import * as fc from 'fast-check';
import type { Happening } from '../../trace/happening.ts';
import type { Step } from '../../trace/step.ts';
import { change, row } from './shop-opening.ts';
import { aMessage, TraceWriter } from './trace-writer.ts';

const service = fc.constantFrom('order', 'inventory', 'user');
const database = service;
const tx = fc.constantFrom(null, 't1', 't2');
const call = fc.constantFrom('c1', 'c2', 'c3');
const queue = fc.constantFrom('inventory.order-events', 'user.order-events', 'inventory.order-events.dead');
const message = fc.constantFrom('m1', 'm2', 'm3').map((id) => aMessage(id));
const tag = fc.integer({ min: 1, max: 4 });
const handler = fc.constantFrom('place-order', 'take-from-shelf');
const statement = fc.constant({ text: 'statement', values: [] });

const changes = fc.array(
  fc
    .tuple(fc.constantFrom('orders', 'stock', 'users', 'movements'), fc.nat(90), fc.boolean(), fc.option(fc.nat(9)))
    .map(([table, n, known, value]) => {
      const key = `K-${String(n)}`;
      const id = table === 'stock' || table === 'movements' ? '_id' : 'id';
      const after = value === null ? null : row({ [id]: key, value });
      return change(table, key, known || after === null ? row({ [id]: key, value: 0 }) : null, after);
    }),
  { maxLength: 6 },
);

const ofKind = <Kind extends Happening['kind']>(
  kind: Kind,
  fields: {
    [Name in keyof Omit<Extract<Happening, { kind: Kind }>, 'kind'>]: fc.Arbitrary<
      Extract<Happening, { kind: Kind }>[Name]
    >;
  },
): fc.Arbitrary<Happening> => fc.record({ kind: fc.constant(kind), ...fields }) as fc.Arbitrary<Happening>;

const happening = fc.oneof(
  ofKind('request.sent', {
    call,
    from: fc.constant('Alice'),
    to: service,
    operation: fc.constantFrom('POST /orders', 'GET /orders/:id'),
    body: fc.constant(null),
    command: fc.constant(null),
  }),
  ofKind('request.received', { call, from: fc.constant('Alice'), operation: fc.constant('POST /orders') }),
  ofKind('reply.sent', { call, to: fc.constant('Alice'), status: fc.constant(201), body: fc.constant(null) }),
  ofKind('reply.received', { call, from: service, status: fc.constant(201), body: fc.constant(null) }),
  ofKind('call.broken', {
    call,
    to: service,
    outcome: fc.constantFrom('failed', 'unknown'),
    reason: fc.constant('connection reset'),
  }),
  ofKind('transaction.begun', { database, tx: fc.constantFrom('t1', 't2') }),
  ofKind('transaction.committed', { database, tx: fc.constantFrom('t1', 't2'), tables: fc.constant([]) }),
  ofKind('transaction.aborted', { database, tx: fc.constantFrom('t1', 't2'), reason: fc.constant('refused') }),
  ofKind('rows.changed', { database, tx, statement, count: fc.constant(1), changes }),
  ofKind('rows.changed', { database, tx, statement, count: fc.constant(1), changes }),
  ofKind('database.crashed', { database, changes: fc.constant([]) }),
  ofKind('database.restarted', { database }),
  ofKind('message.recorded', { database, tx: fc.constantFrom('t1', 't2'), message, changes: fc.constant([]) }),
  ofKind('outbox.selected', { database, messages: fc.constant(['m1']) }),
  ofKind('outbox.marked', { database, messageId: fc.constant('m1'), changes: fc.constant([]) }),
  ofKind('message.published', {
    message,
    exchange: fc.constant('shop.events'),
    routingKey: fc.constant('order.created'),
    by: fc.constantFrom('handler', 'relay'),
  }),
  ofKind('message.routed', {
    message,
    exchange: fc.constant('shop.events'),
    routingKey: fc.constant('order.created'),
    queues: fc.uniqueArray(queue),
  }),
  ofKind('message.delivered', {
    queue,
    to: service,
    tag,
    message,
    redelivered: fc.boolean(),
    deliveryCount: fc.nat(4),
  }),
  ofKind('message.received', { queue, tag, message, redelivered: fc.boolean() }),
  ofKind('message.discarded', {
    consumer: queue,
    messageId: fc.constant('m1'),
    reason: fc.constantFrom('duplicate', 'not-wanted'),
  }),
  ofKind('message.acked', { queue, tag, messageId: fc.constant('m1') }),
  ofKind('message.rejected', { queue, tag, messageId: fc.constant('m2'), requeue: fc.boolean() }),
  ofKind('message.requeued', {
    queue,
    messageIds: fc.uniqueArray(fc.constantFrom('m1', 'm2', 'm3')),
    reason: fc.constantFrom('rejected', 'connection-lost'),
  }),
  ofKind('message.deadLettered', {
    queue: fc.constant('inventory.order-events'),
    to: fc.constant('inventory.order-events.dead'),
    messageId: fc.constantFrom('m1', 'm2'),
    reason: fc.constant('delivery_limit'),
    attempts: fc.constant(5),
  }),
  ofKind('message.dropped', {
    queue: fc.option(queue),
    messageId: fc.constant('m3'),
    reason: fc.constant('unroutable'),
  }),
  ofKind('handler.started', { handler, trigger: fc.constantFrom('request', 'message') }),
  ofKind('handler.ended', { handler, outcome: fc.constantFrom('ok', 'refused', 'failed'), reason: fc.constant(null) }),
  ofKind('service.crashed', { service, instance: fc.constant(1), lost: fc.constant([]) }),
  ofKind('service.restarted', { service, instance: fc.constant(1) }),
  ofKind('time.waited', { ms: fc.nat(100) }),
);

const setting = fc.record({
  actor: fc.constantFrom('Alice', 'order', 'inventory', 'user', 'broker'),
  part: fc.constantFrom('process' as const, 'relay' as const),
  line: fc.record({ handler, path: fc.constantFrom('0', '1', '2.0', '2.commit') }),
  about: fc.constantFrom({}, { handler: 'place-order' }, { handler: 'take-from-shelf', messageId: 'm1' }),
  after: fc.nat(50),
});

/** Steps in any order, sensible or not: a fold must read the same by any route whatever the run did. */
export const anyTrace: fc.Arbitrary<readonly Step[]> = fc
  .array(fc.tuple(happening, setting), { minLength: 1, maxLength: 160 })
  .map((parts) => {
    const writer = new TraceWriter();
    for (const [what, how] of parts) writer.add(what, how);
    return writer.steps;
  });
