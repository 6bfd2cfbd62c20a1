import { describe, expect, it } from 'vitest';
import type { BrokerEvent } from './broker-event.ts';
import type { QueueDeclaration } from './declaration.ts';
import { QueueBroker } from './queue-broker.ts';
import { aMessage } from './testing/a-message.ts';

const queue = (name: string, more: Partial<QueueDeclaration> = {}): QueueDeclaration => ({
  name,
  type: 'quorum',
  bindings: [],
  deliveryLimit: null,
  deadLetter: null,
  ...more,
});

const kinds = (events: readonly BrokerEvent[]): readonly string[] => events.map((event) => event.kind);

const deliveries = (events: readonly BrokerEvent[]) =>
  events.flatMap((event) =>
    event.kind === 'delivered' ? [`${event.consumerId} ${event.message.id} #${String(event.tag)}`] : [],
  );

describe('the queue broker', () => {
  it('tells what happens in the order it happens: routed, confirmed, delivered', () => {
    const broker = new QueueBroker({
      exchanges: [{ name: 'shop', type: 'topic' }],
      queues: [queue('a', { bindings: [{ exchange: 'shop', routingKey: 'order.*' }] }), queue('b')],
    });
    broker.subscribe('a', 'A', 1, false);
    const events = broker.publish(aMessage('M1'), 'shop', 'order.created');
    expect(kinds(events)).toEqual(['routed', 'confirmed', 'delivered']);
    expect(events[0]).toMatchObject({ queues: ['a'] });
  });

  it('confirms what nobody will ever see, and returns it first when it is mandatory (R-Q-2)', () => {
    const broker = new QueueBroker({ exchanges: [{ name: 'shop', type: 'direct' }], queues: [] });
    expect(kinds(broker.publish(aMessage('M1'), 'shop', 'k'))).toEqual(['routed', 'dropped', 'confirmed']);
    expect(kinds(broker.publish(aMessage('M2'), 'shop', 'k', { mandatory: true }))).toEqual([
      'routed',
      'returned',
      'dropped',
      'confirmed',
    ]);
  });

  it('counts an auto-acked message as acked the moment it is sent (R-Q-5)', () => {
    const broker = new QueueBroker({ exchanges: [], queues: [queue('q')] });
    broker.publish(aMessage('M1'), '', 'q');
    expect(broker.subscribe('q', 'A', 1, true)).toMatchObject([{ kind: 'delivered' }, { kind: 'acked', auto: true }]);
    expect(broker.counters('q')).toMatchObject({ ready: 0, unacked: 0, acked: 1 });
    expect(broker.disconnect('A')).toEqual([]);
  });

  it('starts the tags at 1 again on a new channel', () => {
    const broker = new QueueBroker({ exchanges: [], queues: [queue('q')] });
    broker.subscribe('q', 'A', 1, false);
    expect(deliveries(broker.publish(aMessage('M1'), '', 'q'))).toEqual(['A M1 #1']);
    broker.disconnect('A');
    expect(deliveries(broker.subscribe('q', 'A', 1, false))).toEqual(['A M1 #1']);
  });

  it('makes L + 1 attempts and then says how many there were (R-Q-10)', () => {
    const limited = queue('q', { deliveryLimit: 2, deadLetter: { queue: 'dead' } });
    const broker = new QueueBroker({ exchanges: [], queues: [limited, queue('dead')] });
    broker.subscribe('q', 'A', 1, false);
    broker.publish(aMessage('M1'), '', 'q');
    expect(kinds(broker.reject('A', 1, true))).toEqual(['requeued', 'delivered']);
    expect(kinds(broker.reject('A', 2, true))).toEqual(['requeued', 'delivered']);
    const last = broker.reject('A', 3, true);
    expect(last).toMatchObject([{ kind: 'deadLettered', reason: 'delivery_limit', attempts: 3, to: ['dead'] }]);
    expect(broker.entries('dead')).toMatchObject([{ message: { id: 'M1' }, state: 'ready', deliveryCount: 3 }]);
  });

  it.each([
    ['no target', null, 'no-dead-letter-exchange'],
    ['an exchange that does not exist', { exchange: 'nope' }, 'dead-letter-exchange-missing'],
    ['an exchange without binding', { exchange: 'shop' }, 'dead-letter-unroutable'],
    ['a queue that does not exist', { queue: 'nope' }, 'dead-letter-unroutable'],
  ])('says why a dead letter is lost: %s (R-Q-11)', (_, deadLetter, because) => {
    const exchanges = [{ name: 'shop', type: 'topic' as const }];
    const broker = new QueueBroker({ exchanges, queues: [queue('q', { deadLetter })] });
    broker.subscribe('q', 'A', 1, false);
    broker.publish(aMessage('M1'), '', 'q');
    expect(broker.reject('A', 1, false)).toMatchObject([{ kind: 'dropped', queue: 'q', reason: 'rejected', because }]);
    expect(broker.counters('q')).toMatchObject({ total: 0, dropped: 1, deadLettered: 0 });
  });

  it("takes the message's own time to live off a dead letter, so that it stays in the next queue", () => {
    const queues = [queue('q', { deadLetter: { queue: 'dead' } }), queue('dead')];
    const broker = new QueueBroker({ exchanges: [], queues });
    broker.publish(aMessage('M1'), '', 'q', { ttlMs: 100 });
    expect(broker.nextExpiry()).toBe(100);
    expect(kinds(broker.expire(100))).toEqual(['deadLettered']);
    expect(broker.nextExpiry()).toBeNull();
    expect(broker.entries('dead')[0]?.headers['x-death']).toMatchObject([{ 'original-expiration': '100' }]);
  });

  it('closes the channel on an unknown tag and takes everything back (R-Q-15)', () => {
    const broker = new QueueBroker({ exchanges: [], queues: [queue('q')] });
    broker.subscribe('q', 'A', 2, false);
    broker.publish(aMessage('M1'), '', 'q');
    expect(broker.ack('A', 7)).toMatchObject([
      { kind: 'channelError', consumerId: 'A', code: 406 },
      { kind: 'requeued', reason: 'connection-lost' },
    ]);
    expect(broker.counters('q')).toMatchObject({ ready: 1, unacked: 0 });
  });

  it('leaves one queue alone when another is emptied (R-Q-1)', () => {
    const bindings = [{ exchange: 'shop', routingKey: '' }];
    const exchanges = [{ name: 'shop', type: 'fanout' as const }];
    const broker = new QueueBroker({ exchanges, queues: [queue('a', { bindings }), queue('b', { bindings })] });
    broker.publish(aMessage('M1'), 'shop', 'any');
    broker.subscribe('a', 'A', 0, true);
    expect(broker.counters('a').total).toBe(0);
    expect(broker.counters('b').total).toBe(1);
  });

  it('refuses a delivery limit on a classic queue, as the real one does', () => {
    const declaration = queue('q', { type: 'classic', deliveryLimit: 3 });
    expect(() => new QueueBroker({ exchanges: [], queues: [declaration] })).toThrow(/no delivery limit/);
  });
});
