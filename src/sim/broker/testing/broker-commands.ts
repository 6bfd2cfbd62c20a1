import fc from 'fast-check';
import type { BrokerEvent } from '../broker-event.ts';
import type { QueueBroker } from '../queue-broker.ts';
import { aMessage } from './a-message.ts';

/** What a reader of the events alone can know of one queue. */
export interface Ledger {
  entered: number;
  acked: number;
  deadLettered: number;
  dropped: number;
  unacked: number;
}

/** The model: ledgers by queue, kept from events, and what each consumer has in hand, by tag. */
export interface Model {
  readonly ledgers: Map<string, Ledger>;
  readonly inHand: Map<string, Map<number, string>>;
  readonly prefetch: Map<string, number>;
  messages: number;
  now: number;
}

type BrokerCommand = fc.Command<Model, QueueBroker>;

/** Every tenth time a tag is settled that nobody holds. */
const MISTAKE = 9;

export const CONSUMERS = ['A', 'B', 'C'];

export function aModel(queues: readonly string[]): Model {
  const empty = (): Ledger => ({ entered: 0, acked: 0, deadLettered: 0, dropped: 0, unacked: 0 });
  return {
    ledgers: new Map(queues.map((queue) => [queue, empty()])),
    inHand: new Map(CONSUMERS.map((consumer) => [consumer, new Map<number, string>()])),
    prefetch: new Map(),
    messages: 0,
    now: 0,
  };
}

/** Anything a publisher, a consumer or the clock can do, mistakes included. */
export function brokerCommands(queues: readonly string[], keys: readonly string[]) {
  const queue = fc.constantFrom(...queues);
  const consumer = fc.constantFrom(...CONSUMERS);
  const pick = fc.nat(9);
  return fc.commands(
    [
      fc.tuple(fc.constantFrom(...keys), fc.option(fc.integer({ min: 1, max: 40 }))).map(publish),
      fc.tuple(queue, consumer, fc.nat(3), fc.boolean()).map(subscribe),
      consumer.map((id) => command(`${id} is gone`, (model, broker) => forget(model, id, () => broker.disconnect(id)))),
      fc.tuple(consumer, pick).map(([id, n]) => settle(`${id} acks`, id, n, (broker, tag) => broker.ack(id, tag))),
      fc
        .tuple(consumer, pick, fc.boolean())
        .map(([id, n, back]) => settle(`${id} nacks`, id, n, (broker, tag) => broker.nack(id, tag, back))),
      fc
        .tuple(consumer, pick, fc.boolean())
        .map(([id, n, back]) => settle(`${id} rejects`, id, n, (broker, tag) => broker.reject(id, tag, back))),
      fc.integer({ min: 1, max: 30 }).map(pass),
    ],
    { maxCommands: 80, size: 'max' },
  );
}

function publish([key, ttlMs]: readonly [string, number | null]): BrokerCommand {
  return command(`publish ${key}`, (model, broker) => {
    model.messages += 1;
    return broker.publish(aMessage(`M${String(model.messages)}`), 'shop', key, ttlMs === null ? {} : { ttlMs });
  });
}

function subscribe([queue, id, prefetch, autoAck]: readonly [string, string, number, boolean]): BrokerCommand {
  return {
    check: (model) => !model.prefetch.has(id),
    run: (model, broker) => {
      model.prefetch.set(id, autoAck ? 0 : prefetch);
      note(model, broker.subscribe(queue, id, prefetch, autoAck));
      expectBalance(model, broker);
    },
    toString: () => `${id} subscribes to ${queue}, prefetch ${String(prefetch)}${autoAck ? ', auto ack' : ''}`,
  };
}

/** Settles one of the tags in hand, or a tag nobody has, which closes the channel. */
function settle(
  says: string,
  id: string,
  n: number,
  how: (broker: QueueBroker, tag: number) => readonly BrokerEvent[],
): BrokerCommand {
  return command(says, (model, broker) => {
    const hand = model.inHand.get(id) ?? new Map<number, string>();
    const tag = n === MISTAKE ? undefined : [...hand.keys()][n % Math.max(hand.size, 1)];
    if (tag === undefined) return forget(model, id, () => how(broker, 9_999));
    const ledger = model.ledgers.get(hand.get(tag) ?? '');
    if (ledger) ledger.unacked -= 1;
    hand.delete(tag);
    return how(broker, tag);
  });
}

function pass(ms: number): BrokerCommand {
  return command(`${String(ms)} ms pass`, (model, broker) => {
    model.now += ms;
    return broker.expire(model.now);
  });
}

function forget(model: Model, id: string, act: () => readonly BrokerEvent[]): readonly BrokerEvent[] {
  for (const queue of model.inHand.get(id)?.values() ?? []) {
    const ledger = model.ledgers.get(queue);
    if (ledger) ledger.unacked -= 1;
  }
  model.inHand.set(id, new Map());
  model.prefetch.delete(id);
  return act();
}

function command(says: string, act: (model: Model, broker: QueueBroker) => readonly BrokerEvent[]): BrokerCommand {
  return {
    check: () => true,
    run: (model, broker) => {
      note(model, act(model, broker));
      expectBalance(model, broker);
    },
    toString: () => says,
  };
}

function note(model: Model, events: readonly BrokerEvent[]): void {
  for (const event of events) {
    const ledger = 'queue' in event && event.queue !== null ? model.ledgers.get(event.queue) : undefined;
    switch (event.kind) {
      case 'routed':
        for (const queue of event.queues) enter(model, queue);
        break;
      case 'deadLettered':
        for (const queue of event.to) enter(model, queue);
        if (ledger) ledger.deadLettered += 1;
        break;
      case 'delivered':
        if (event.autoAck) break;
        model.inHand.get(event.consumerId)?.set(event.tag, event.queue);
        if (ledger) ledger.unacked += 1;
        break;
      case 'acked':
        if (ledger) ledger.acked += 1;
        break;
      case 'dropped':
        if (ledger) ledger.dropped += 1;
        break;
      default:
    }
  }
}

function enter(model: Model, queue: string): void {
  const ledger = model.ledgers.get(queue);
  if (ledger) ledger.entered += 1;
}

/** INV-14, from the events alone and against the queue's own counters; and nobody holds more than it asked for. */
function expectBalance(model: Model, broker: QueueBroker): void {
  for (const [queue, ledger] of model.ledgers) {
    const { ready, total, ...counters } = broker.counters(queue);
    const ours = JSON.stringify(ledger);
    const { entered, acked, deadLettered, dropped, unacked } = counters;
    const theirs = JSON.stringify({ entered, acked, deadLettered, dropped, unacked } satisfies Ledger);
    if (ours !== theirs) throw new Error(`${queue}: the events say ${ours}, the counters ${theirs}`);
    if (entered !== acked + deadLettered + dropped + ready + unacked)
      throw new Error(`${queue} does not balance: ${theirs}`);
    if (total !== ready + unacked || broker.entries(queue).length !== total) throw new Error(`${queue}: wrong total`);
  }
  for (const [id, prefetch] of model.prefetch) {
    const held = model.inHand.get(id)?.size ?? 0;
    if (prefetch > 0 && held > prefetch) throw new Error(`${id} holds ${String(held)}, more than ${String(prefetch)}`);
  }
}
