import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '#sim/model/message.ts';
import type { Happening, HappeningKind } from '#sim/trace/happening.ts';
import { changeLanguage } from '../../i18n/words.ts';
import { aStep } from '../testing/steps.ts';
import { wordsFor } from '../testing/words.ts';
import { describeStep } from './describe-step.ts';
import type { Say } from './say.ts';

const message: Message = {
  kind: 'event',
  specversion: '1.0',
  id: 'E-1',
  source: '/order',
  type: 'OrderCreated',
  subject: 'O-1',
  datacontenttype: 'application/json',
  dataschema: 'OrderCreated/1',
  partitionkey: null,
  sequence: null,
  correlationid: 'c',
  causationid: 'k',
  traceparent: 't',
  data: {},
};
const statement = { text: 'select 1', values: [] };
const refusal = { reason: 'constraint', code: '23505', message: 'duplicate key', position: null } as const;
const insert = { table: 'orders', key: 'O-1', before: null, after: { id: 'O-1' } };
const update = { table: 'stock', key: 'S', before: { n: 1 }, after: { n: 2 } };
const db = { database: 'order', tx: 't1' };
const onQueue = { queue: 'stock.events', tag: 1, messageId: 'E-1' };

/** Every kind at least once, and every sentence a kind can take. */
const HAPPENINGS: { readonly [Kind in HappeningKind]: readonly Extract<Happening, { readonly kind: Kind }>[] } = {
  'request.sent': [
    {
      kind: 'request.sent',
      call: 'c',
      from: 'Alice',
      to: 'order',
      operation: 'POST /orders',
      body: {},
      command: 'BUY',
    },
    { kind: 'request.sent', call: 'c', from: 'order', to: 'user', operation: 'GET /users', body: null, command: null },
  ],
  'request.received': [{ kind: 'request.received', call: 'c', from: 'Alice', operation: 'POST /orders' }],
  'reply.sent': [{ kind: 'reply.sent', call: 'c', to: 'Alice', status: 201, body: {} }],
  'reply.received': [{ kind: 'reply.received', call: 'c', from: 'order', status: 201, body: {} }],
  'call.timedOut': [{ kind: 'call.timedOut', call: 'c', to: 'order', afterMs: 800 }],
  'call.broken': [
    { kind: 'call.broken', call: 'c', to: 'order', outcome: 'failed', reason: 'refused' },
    { kind: 'call.broken', call: 'c', to: 'order', outcome: 'unknown', reason: 'reset' },
  ],
  'rows.read': [
    { kind: 'rows.read', database: 'order', statement, tables: ['orders'], count: 1 },
    { kind: 'rows.read', database: 'order', statement, tables: ['orders', 'items'], count: 2 },
  ],
  'transaction.begun': [{ kind: 'transaction.begun', ...db }],
  'rows.changed': [
    { kind: 'rows.changed', ...db, statement, count: 2, changes: [insert, update] },
    {
      kind: 'rows.changed',
      database: 'order',
      tx: null,
      statement,
      count: 1,
      changes: [{ ...insert, before: insert.after, after: null }],
    },
    { kind: 'rows.changed', ...db, statement, count: 0, changes: [] },
  ],
  'statement.refused': [{ kind: 'statement.refused', ...db, statement, refusal }],
  'access.denied': [
    { kind: 'access.denied', database: 'order', caller: 'user', statement, refusal, by: 'engine' },
    { kind: 'access.denied', database: 'order', caller: 'user', statement, refusal, by: 'port' },
  ],
  'transaction.committed': [
    { kind: 'transaction.committed', ...db, tables: ['orders', 'outbox'] },
    { kind: 'transaction.committed', ...db, tables: [] },
  ],
  'transaction.aborted': [{ kind: 'transaction.aborted', ...db, reason: 'refused' }],
  'migration.applied': [{ kind: 'migration.applied', database: 'order', name: 'V2', tables: [], changes: [] }],
  'database.crashed': [{ kind: 'database.crashed', database: 'order', changes: [] }],
  'database.restarted': [{ kind: 'database.restarted', database: 'order' }],
  'message.recorded': [{ kind: 'message.recorded', ...db, message, changes: [] }],
  'outbox.selected': [
    { kind: 'outbox.selected', database: 'order', messages: [] },
    { kind: 'outbox.selected', database: 'order', messages: ['E-1'] },
    { kind: 'outbox.selected', database: 'order', messages: ['E-1', 'E-2'] },
  ],
  'outbox.marked': [{ kind: 'outbox.marked', database: 'order', messageId: 'E-1', changes: [] }],
  'message.published': [
    { kind: 'message.published', message, exchange: 'shop', routingKey: 'k', by: 'relay' },
    { kind: 'message.published', message, exchange: 'shop', routingKey: 'k', by: 'handler' },
  ],
  'message.routed': [
    { kind: 'message.routed', message, exchange: 'shop', routingKey: 'k', queues: ['a', 'b'] },
    { kind: 'message.routed', message, exchange: 'shop', routingKey: 'k', queues: [] },
  ],
  'message.returned': [{ kind: 'message.returned', messageId: 'E-1', exchange: 'shop', routingKey: 'k' }],
  'publish.confirmed': [{ kind: 'publish.confirmed', messageId: 'E-1' }],
  'message.delivered': [
    { kind: 'message.delivered', queue: 'q', to: 'user', tag: 1, message, redelivered: false, deliveryCount: 0 },
    { kind: 'message.delivered', queue: 'q', to: 'user', tag: 2, message, redelivered: true, deliveryCount: 1 },
  ],
  'message.received': [
    { kind: 'message.received', queue: 'q', tag: 1, message, redelivered: false },
    { kind: 'message.received', queue: 'q', tag: 1, message, redelivered: true },
  ],
  'inbox.marked': [
    { kind: 'inbox.marked', ...db, consumer: 'user', messageId: 'E-1', changes: [] },
    { kind: 'inbox.marked', database: 'order', tx: null, consumer: 'user', messageId: 'E-1', changes: [] },
  ],
  'message.discarded': [
    { kind: 'message.discarded', consumer: 'user', messageId: 'E-1', reason: 'duplicate' },
    { kind: 'message.discarded', consumer: 'user', messageId: 'E-1', reason: 'not-wanted' },
  ],
  'message.acked': [{ kind: 'message.acked', ...onQueue }],
  'message.rejected': [
    { kind: 'message.rejected', ...onQueue, requeue: true },
    { kind: 'message.rejected', ...onQueue, requeue: false },
  ],
  'message.requeued': [
    { kind: 'message.requeued', queue: 'q', messageIds: ['E-1'], reason: 'rejected' },
    { kind: 'message.requeued', queue: 'q', messageIds: ['E-1', 'E-2'], reason: 'connection-lost' },
  ],
  'message.deadLettered': (['rejected', 'expired', 'maxlen', 'delivery_limit'] as const).map((reason, index) => ({
    kind: 'message.deadLettered',
    queue: 'q',
    to: 'q.dead',
    messageId: 'E-1',
    reason,
    attempts: index + 1,
  })),
  'message.dropped': (['unroutable', 'rejected', 'expired', 'maxlen', 'delivery_limit', 'not-published'] as const).map(
    (reason) => ({ kind: 'message.dropped', queue: null, messageId: 'E-1', reason }),
  ),
  'handler.started': (['request', 'message', 'timer', 'operator'] as const).map((trigger) => ({
    kind: 'handler.started',
    handler: 'place-order',
    trigger,
  })),
  'handler.ended': (['ok', 'refused', 'failed'] as const).flatMap((outcome) => [
    { kind: 'handler.ended', handler: 'place-order', outcome, reason: null },
    { kind: 'handler.ended', handler: 'place-order', outcome, reason: 'too-much' },
  ]),
  'fault.injected': [{ kind: 'fault.injected', fault: 'crash', on: 'order', entry: 'crash@x:order' }],
  'service.crashed': [
    { kind: 'service.crashed', service: 'order', instance: 1, lost: [] },
    { kind: 'service.crashed', service: 'order', instance: 1, lost: ['a reply'] },
  ],
  'service.restarted': [{ kind: 'service.restarted', service: 'order', instance: 1 }],
  'service.deployed': [
    { kind: 'service.deployed', service: 'order', version: 'v2', says: null },
    { kind: 'service.deployed', service: 'order', version: 'v2', says: 'A new column.' },
  ],
  'connection.lost': [
    { kind: 'connection.lost', service: 'order', instance: 1, queues: [] },
    { kind: 'connection.lost', service: 'order', instance: 1, queues: ['q'] },
  ],
  'time.waited': [{ kind: 'time.waited', ms: 5 }],
  'run.rested': [{ kind: 'run.rested' }],
  'run.limited': (['steps', 'virtual-time', 'until'] as const).map((limit) => ({ kind: 'run.limited', limit })),
};

const EVERY = Object.values(HAPPENINGS).flat();

const say = (language: string): Say => ({
  text: (key, values = {}) => i18next.t(key, { ns: 'steps', ...values }),
  name: (actor) => (actor === 'order' ? 'Order Service' : actor),
  list: (items) => new Intl.ListFormat(language).format(items),
});
const sentences = (language: string) =>
  EVERY.map((happening, index) => describeStep(aStep(index + 1, happening), say(language)));

beforeAll(() => wordsFor('en', ['steps']));

describe.each(['en', 'de'] as const)('the sentences in %s', (language) => {
  beforeAll(async () => {
    await changeLanguage(language);
  });

  it('say every kind of happening, with every hole filled', () => {
    for (const [index, sentence] of sentences(language).entries()) {
      expect(sentence, EVERY[index]?.kind).toMatch(/^.+ .+[.]$/u);
      expect(sentence).not.toMatch(/\{\{|undefined|object/u);
    }
  });

  it('never say what a simulator of distributed systems must not say', () => {
    const forbidden = /rolled back|exactly once|synchronised|zurückgerollt|genau einmal|synchronisiert/iu;
    for (const sentence of sentences(language)) expect(sentence).not.toMatch(forbidden);
  });
});

it('a call without an answer has an unknown outcome, not a failed one', async () => {
  await changeLanguage('en');
  const [timeout] = HAPPENINGS['call.timedOut'];

  expect(timeout && describeStep(aStep(1, timeout), say('en'))).toBe(
    'Order Service has waited 800 ms for Order Service. The outcome is unknown.',
  );
});
