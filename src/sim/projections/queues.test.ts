import { describe, expect, it } from 'vitest';
import type { Happening } from '../trace/happening.ts';
import { messageOf, messages } from './messages.ts';
import { project } from './projection.ts';
import { queues, totalOf } from './queues.ts';
import { shopOpening } from './testing/shop-opening.ts';
import { aMessage, TraceWriter } from './testing/trace-writer.ts';

const queue = 'inventory.order-events';
const [m1, m2] = [aMessage('m1'), aMessage('m2')];
const addressed = { exchange: 'shop.events', routingKey: 'order.created' };

const routed = (message = m1): Happening => ({ kind: 'message.routed', message, ...addressed, queues: [queue] });
const delivered = (message = m1, tag = 1, redelivered = false): Happening => ({
  kind: 'message.delivered',
  queue,
  to: `inventory/1:${queue}`,
  tag,
  message,
  redelivered,
  deliveryCount: redelivered ? 1 : 0,
});
const received: Happening = { kind: 'message.received', queue, tag: 1, message: m1, redelivered: false };
const acked: Happening = { kind: 'message.acked', queue, tag: 1, messageId: 'm1' };
const requeued: Happening = { kind: 'message.requeued', queue, messageIds: ['m1'], reason: 'connection-lost' };
const dead: Happening = {
  kind: 'message.deadLettered',
  queue,
  to: `${queue}.dead`,
  messageId: 'm1',
  reason: 'delivery_limit',
  attempts: 5,
};
const dropped: Happening = { kind: 'message.dropped', queue, messageId: 'm1', reason: 'rejected' };
const unroutable: Happening = { kind: 'message.dropped', queue: null, messageId: 'm1', reason: 'unroutable' };
const discarded: Happening = { kind: 'message.discarded', consumer: queue, messageId: 'm1', reason: 'duplicate' };

function after(...happenings: readonly Happening[]) {
  const writer = new TraceWriter();
  for (const happening of happenings) writer.add(happening, { actor: 'inventory', about: { message: 'OrderCreated' } });
  const view = project(queues, shopOpening, writer.steps);
  const life = messageOf(project(messages, shopOpening, writer.steps), 'm1');
  const at = (name: string) => {
    const found = view.queues.find((one) => one.name === name);
    if (found === undefined) throw new Error(`no queue ${name}`);
    return { ...found, entries: found.entries.map((entry) => `${entry.messageId} ${entry.state}`) };
  };
  return { view, at, main: at(queue), dead: at(`${queue}.dead`), stages: life?.copies.map(({ stage }) => stage), life };
}

describe('a queue', () => {
  it('counts ready, unacked and both together', () => {
    const { main, at } = after(routed(), routed(m2), delivered());

    expect(main).toMatchObject({ entries: ['m1 unacked', 'm2 ready'], ready: 1, unacked: 1 });
    expect(totalOf(after(routed(), delivered()).view.queues[0] ?? { ready: 9, unacked: 9 })).toBe(1);
    expect(at('user.order-events').entries).toEqual([]);
  });

  it('forgets a message that was acked', () => {
    expect(after(routed(), delivered(), received, acked)).toMatchObject({
      main: { entries: [], acked: 1 },
      stages: ['acked'],
    });
  });

  it('gives a requeued message its old place, ready and marked', () => {
    const { main, stages } = after(routed(), routed(m2), delivered(), requeued);

    expect(main.entries).toEqual(['m1 ready', 'm2 ready']);
    expect(stages).toEqual(['redelivered']);
  });

  it('keeps two copies of one message apart', () => {
    const { main, life } = after(routed(), routed(), delivered(), delivered(m1, 2), acked);

    expect(main.entries).toEqual(['m1 unacked']);
    expect(life?.copies.map(({ stage, tag }) => [stage, tag])).toEqual([
      ['acked', 1],
      ['in-flight', 2],
    ]);
  });

  it('keeps consumers apart, whose tags all count from 1', () => {
    const writer = new TraceWriter();
    const sentTo = (instance: number, message: typeof m1): Happening => ({
      ...{ kind: 'message.delivered', queue, tag: 1, message, redelivered: false, deliveryCount: 0 },
      to: `inventory/${String(instance)}`,
    });
    for (const step of [routed(), routed(m2), sentTo(1, m1), sentTo(2, m2)]) writer.add(step, { actor: 'broker' });
    writer.add({ ...acked, messageId: 'm2' }, { actor: 'inventory', instance: 2 });
    const main = () => project(queues, shopOpening, writer.steps).queues[0]?.entries.map(({ messageId }) => messageId);
    expect(main()).toEqual(['m1']);

    writer.add(routed(), { actor: 'broker' });
    writer.add(sentTo(2, m1), { actor: 'broker' });
    writer.add(requeued, { actor: 'broker', instance: 2 });
    const states = project(queues, shopOpening, writer.steps).queues[0]?.entries.map(({ state }) => state);
    expect(states).toEqual(['unacked', 'ready']);
  });

  it('hands a dead letter on, with its reason', () => {
    const { main, dead: letters, view, stages } = after(routed(), delivered(), dead);

    expect(main.entries).toEqual([]);
    expect(letters.entries).toEqual(['m1 ready']);
    expect(view.queues[2]?.entries[0]).toMatchObject({ type: 'OrderCreated', reason: 'delivery_limit', attempts: 5 });
    expect(stages).toEqual(['dead-lettered', 'ready']);
  });

  it('drops what has nowhere to go, and says so', () => {
    expect(after(routed(), delivered(), dropped)).toMatchObject({
      main: { entries: [], dropped: 1 },
      stages: ['dropped'],
    });
    const published: Happening = { kind: 'message.published', message: m1, ...addressed, by: 'handler' };
    const lost = after(published, unroutable);
    expect(lost.view.unroutable).toBe(1);
    expect(lost.life?.undelivered).toMatchObject({ reason: 'unroutable' });
  });

  it('leaves a discarded duplicate discarded when it is acked', () => {
    expect(after(routed(), delivered(), received, discarded, acked).stages).toEqual(['discarded']);
  });

  it('says which queues this very step touched', () => {
    expect(after(routed(), delivered()).view.now).toEqual([queue]);
    expect(after(routed(), { kind: 'time.waited', ms: 1 }).view.now).toEqual([]);
  });
});
