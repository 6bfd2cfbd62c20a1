import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BrokerEvent } from './broker-event.ts';
import type { BrokerDeclarations } from './declaration.ts';
import { QueueBroker } from './queue-broker.ts';
import { aMessage } from './testing/a-message.ts';
import { aModel, brokerCommands } from './testing/broker-commands.ts';

const binding = (routingKey: string) => ({ exchange: 'shop', routingKey });

const WORLD: BrokerDeclarations = {
  exchanges: [{ name: 'shop', type: 'topic' }],
  queues: [
    { name: 'orders', type: 'quorum', bindings: [binding('order.*')], deliveryLimit: 1, deadLetter: { queue: 'dead' } },
    {
      name: 'stock',
      type: 'classic',
      bindings: [binding('order.#'), binding('stock')],
      deliveryLimit: null,
      deadLetter: { exchange: 'shop', routingKey: 'order.again' },
      maxLength: 3,
      messageTtlMs: 50,
    },
    { name: 'alone', type: 'quorum', bindings: [binding('#')], deliveryLimit: null, deadLetter: null, maxLength: 2 },
    { name: 'dead', type: 'classic', bindings: [], deliveryLimit: null, deadLetter: { exchange: 'nowhere' } },
  ],
};

const QUEUES = WORLD.queues.map((queue) => queue.name);

describe('laws of the queue broker', () => {
  it('every copy that entered a queue is acked, dead-lettered, dropped, ready or unacked (INV-14)', () => {
    fc.assert(
      fc.property(brokerCommands(QUEUES, ['order.created', 'stock', 'nobody.asked']), (commands) => {
        fc.modelRun(() => ({ model: aModel(QUEUES), real: new QueueBroker(WORLD) }), commands);
      }),
      { numRuns: 300 },
    );
  });

  it('one consumer that only acks gets everything once, in the order it was published (R-Q-13)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('classic' as const, 'quorum' as const),
        fc.nat(4),
        fc.array(fc.constantFrom('publish', 'ack'), { maxLength: 60 }),
        (type, prefetch, acts) => {
          const queue = { name: 'q', type, bindings: [], deliveryLimit: null, deadLetter: null };
          const broker = new QueueBroker({ exchanges: [], queues: [queue] });
          const got: string[] = [];
          const see = (events: readonly BrokerEvent[]): void => {
            for (const event of events) if (event.kind === 'delivered') got.push(event.message.id);
          };
          see(broker.subscribe('q', 'A', prefetch, false));
          let published = 0;
          let acked = 0;
          for (const act of acts) {
            if (act === 'publish') see(broker.publish(aMessage(String((published += 1))), '', 'q'));
            else if (acked < got.length) see(broker.ack('A', (acked += 1)));
          }
          while (acked < got.length) see(broker.ack('A', (acked += 1)));
          expect(got).toEqual(Array.from({ length: published }, (_, index) => String(index + 1)));
        },
      ),
    );
  });

  it('what happens in one queue is the same whatever happens in another (R-Q-1)', () => {
    const act = fc.tuple(fc.constantFrom('x', 'y'), fc.constantFrom('publish', 'subscribe', 'reject', 'ack', 'leave'));
    fc.assert(
      fc.property(fc.array(act, { maxLength: 50 }), (acts) => {
        const alone = runAll(acts.filter(([queue]) => queue === 'x'));
        expect(
          runAll(acts)
            .filter((event) => event.includes('"x'))
            .join('\n'),
        ).toEqual(alone.join('\n'));
      }),
    );
  });
});

function runAll(acts: readonly (readonly [string, string])[]): readonly string[] {
  const queues = ['x', 'y'].map((name) => ({ name, type: 'quorum' as const, bindings: [], deadLetter: null }));
  const broker = new QueueBroker({ exchanges: [], queues: queues.map((queue) => ({ ...queue, deliveryLimit: 1 })) });
  const sequence = new Map<string, number>();
  const tag = new Map<string, number>();
  return acts.flatMap(([queue, act]) => {
    const consumer = `${queue}-consumer`;
    const n = (sequence.get(queue) ?? 0) + 1;
    sequence.set(queue, n);
    const last = tag.get(queue);
    const events = perform();
    for (const event of events) if (event.kind === 'delivered') tag.set(queue, event.tag);
    return events.map((event) => JSON.stringify(event));

    function perform(): readonly BrokerEvent[] {
      switch (act) {
        case 'publish':
          return broker.publish(aMessage(`${queue}${String(n)}`), '', queue);
        case 'subscribe':
          return [...broker.disconnect(consumer), ...broker.subscribe(queue, consumer, 2, false)];
        case 'reject':
          return last === undefined ? [] : broker.reject(consumer, last, true);
        case 'ack':
          return last === undefined ? [] : broker.ack(consumer, last);
        default:
          return broker.disconnect(consumer);
      }
    }
  });
}
