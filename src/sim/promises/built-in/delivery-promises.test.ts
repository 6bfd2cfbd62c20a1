import { describe, expect, it } from 'vitest';
import type { JsonMap } from '../../model/json.ts';
import { aMessage, TraceWriter } from '../../projections/testing/trace-writer.ts';
import { judged } from '../testing/judged.ts';
import { storyOf } from '../testing/two-services.ts';

const placed = { run: 'PLACE', at: '0ms' };
const crash = (point: string) => ({ fault: 'crash', on: 'stock', at: { point, n: 1 } });
const messaging = (how: Readonly<Record<string, string>>) => ({ services: { stock: { messaging: how } } });
const poison = { take: [{ transaction: [{ write: 'taken', insert: { _id: '=data.order / 0' } }] }] };

describe('effectively-once (INV-13)', () => {
  it('holds with an atomic inbox although the message is delivered twice', async () => {
    const story = await storyOf('effectively-once', { plan: [placed, crash('consumer.after_commit_before_ack')] });
    expect(story.answers.at(-1)).toBe('held');
  });

  it('is broken at once by the second effect without an inbox', async () => {
    const story = await storyOf('effectively-once', {
      ...messaging({ inbox: 'off' }),
      plan: [placed, crash('consumer.after_commit_before_ack')],
    });
    expect(story.answers.at(-1)).toBe('broken');
    expect(story.evidence).toEqual({ consumer: 'stock.orders', messageId: 'E-1', line: 'take 0.0', times: 2 });
  });

  it('takes a change that changes nothing for no second effect', async () => {
    const upsert = { write: 'taken', filter: { _id: '=data.order' }, update: { $set: { taken: true } }, upsert: true };
    const story = await storyOf('effectively-once', {
      services: { stock: { messaging: { inbox: 'off' }, handlers: { take: [{ transaction: [upsert] }] } } },
      plan: [placed, crash('consumer.after_commit_before_ack')],
    });
    expect(story.answers.at(-1)).toBe('held');
  });

  it.each([
    ['BOOK', 'PEN', 'held'],
    ['BOOK', 'BOOK', 'broken'],
  ])(
    'tells a line that goes on with another row from one that does a row again: %s, then %s',
    (first, second, answer) => {
      const trace = new TraceWriter();
      const statement = { text: 'update', values: [] };
      for (const key of [first, second]) {
        const received = { queue: 'stock.orders', tag: 1, message: aMessage('E-1'), redelivered: false };
        trace.add({ kind: 'message.received', ...received }, { actor: 'stock', about: { handler: 'take' } });
        const changes = [{ table: 'shelf', key, before: { left: 2 }, after: { left: 1 } }];
        const change = { kind: 'rows.changed', database: 'stock', tx: null, statement, count: 1, changes } as const;
        trace.add(change, { actor: 'stock', line: { handler: 'take', path: '0' } });
      }
      expect(judged({ promises: { 'effectively-once': {} } }, trace.steps).last?.answer).toBe(answer);
    },
  );

  it('is broken at rest by a message that an auto ack lost', async () => {
    const story = await storyOf('effectively-once', {
      ...messaging({ ack: 'auto' }),
      plan: [placed, crash('consumer.received')],
    });
    expect(story.answers.at(-1)).toBe('broken');
    expect(story.evidence).toEqual([{ consumer: 'stock.orders', messageId: 'E-1' }]);
  });

  it('is broken at rest by a message that was acked and never received', async () => {
    const story = await storyOf('effectively-once', {
      services: {
        stock: {
          messaging: { ack: 'auto' },
          consumes: { orders: { prefetch: 10 } },
          handlers: { take: [{ wait: '50ms' }, { transaction: [{ write: 'taken', insert: { _id: '=data.order' } }] }] },
        },
      },
      plan: [placed, { run: 'PLACE', with: { id: 'O-2' }, at: '1ms' }, { fault: 'crash', on: 'stock', at: '100ms' }],
    });
    expect(story.answers.at(-1)).toBe('broken');
    expect(story.evidence).toEqual(['E-1', 'E-2'].map((messageId) => ({ consumer: 'stock.orders', messageId })));
  });

  it.each(['auto', 'before-processing', 'after-commit'])('holds without trouble, ack %s', async (ack) => {
    expect((await storyOf('effectively-once', messaging({ ack }))).answers.at(-1)).toBe('held');
  });

  it('holds for a message that was given up for a human to see', async () => {
    const stock = { handlers: poison, consumes: { orders: { deliveryLimit: 1, deadLetter: true } } };
    expect((await storyOf('effectively-once', { services: { stock } })).answers.at(-1)).toBe('held');
  });

  it('holds for a consumer that has nothing to do', async () => {
    const handlers = { take: [{ read: 'shelf', filter: {}, rows: 'all' }] };
    const story = await storyOf('effectively-once', { services: { stock: { messaging: { ack: 'auto' }, handlers } } });
    expect(story.answers.at(-1)).toBe('held');
  });
});

describe('message-accounting (INV-14)', () => {
  it.each(['auto', 'before-processing', 'after-commit'])('holds without trouble, ack %s', async (ack) => {
    expect((await storyOf('message-accounting', messaging({ ack }))).answers.at(-1)).toBe('held');
  });

  it.each(['auto', 'before-processing'])('is broken by a crash after an early ack: %s', async (ack) => {
    const story = await storyOf('message-accounting', {
      ...messaging({ ack }),
      plan: [placed, crash(ack === 'auto' ? 'consumer.received' : 'consumer.after_ack')],
    });
    expect(story.answers.at(-1)).toBe('broken');
    expect(story.evidence).toEqual([{ queue: 'stock.orders', messageId: 'E-1', acked: true }]);
  });

  it('holds after the same crash with an ack after the commit', async () => {
    const story = await storyOf('message-accounting', { plan: [placed, crash('consumer.received')] });
    expect(story.answers.at(-1)).toBe('held');
  });

  it('holds for a message that still lies in its queue', () => {
    const trace = new TraceWriter();
    const [message, routing] = [aMessage('E-1'), { exchange: 'shop', routingKey: 'order.placed' }];
    trace.add({ kind: 'message.routed', message, ...routing, queues: ['stock.orders'] }, { actor: 'broker' });
    const asked = { promises: { 'message-accounting': {}, 'effectively-once': {} } };
    expect(judged(asked, trace.steps).answers).toEqual(['undecided@0', 'undecided@0', 'held@1', 'broken@1']);
  });

  it('is broken at once by a queue that gives what it does not hold', () => {
    const trace = new TraceWriter();
    trace.add({ kind: 'message.acked', queue: 'stock.orders', tag: 1, messageId: 'E-1' });
    const { answers, last } = judged({ promises: { 'message-accounting': {} } }, trace.steps);
    expect(answers).toEqual(['undecided@0', 'broken@1']);
    expect(last?.evidence).toMatchObject({ queue: 'stock.orders', messageId: 'E-1', step: 1 });
  });
});

describe('per-key-order (INV-15)', () => {
  const received = (...ids: readonly (readonly [id: string, sequence: string, key?: string])[]) => {
    const trace = new TraceWriter();
    for (const [tag, [id, sequence, partitionkey = 'O-1']] of ids.entries()) {
      const message = { ...aMessage(id), sequence, partitionkey };
      trace.add({ kind: 'message.received', queue: 'stock.orders', tag, message, redelivered: false });
    }
    return judged({ promises: { 'per-key-order': {} } }, trace.steps);
  };

  it('holds when every key keeps its order, and when a message comes again', () => {
    expect(received(['E-1', '01'], ['E-2', '02', 'O-2'], ['E-3', '02'], ['E-1', '01']).answers).toEqual(['held@0']);
  });

  it('is broken by a message that was overtaken', () => {
    const { answers, last } = received(['E-2', '02'], ['E-1', '01']);
    expect(answers).toEqual(['held@0', 'broken@2']);
    expect(last?.evidence).toMatchObject({ key: 'O-1', messageId: 'E-1', after: '02' });
  });
});

describe('no-silent-drop (INV-34) and dead-letters-empty (INV-35)', () => {
  const failing = (consumes: JsonMap): JsonMap => ({
    services: { stock: { handlers: poison, consumes: { orders: consumes } } },
  });

  it('hold without trouble', async () => {
    expect((await storyOf('no-silent-drop', {})).answers).toEqual(['held']);
    expect((await storyOf('dead-letters-empty', {})).answers).toEqual(['undecided', 'held']);
  });

  it('no-silent-drop is broken by a message nobody is bound to', async () => {
    const story = await storyOf('no-silent-drop', { services: { stock: { consumes: { orders: null } } } });
    expect(story.answers).toEqual(['held', 'broken']);
    expect(story.evidence).toEqual({ messageId: 'E-1', queue: null, reason: 'unroutable' });
  });

  it('no-silent-drop is broken by a limit without a dead-letter queue', async () => {
    const story = await storyOf('no-silent-drop', failing({ deliveryLimit: 1 }));
    expect(story.evidence).toEqual({ messageId: 'E-1', queue: 'stock.orders', reason: 'delivery_limit' });
  });

  it('dead-letters-empty is broken at rest by a dead letter', async () => {
    const story = await storyOf('dead-letters-empty', failing({ deliveryLimit: 1, deadLetter: true }));
    expect(story.answers).toEqual(['undecided', 'would-break', 'broken']);
    expect(story.evidence).toMatchObject([
      { queue: 'stock.orders', subject: 'O-1', reason: 'delivery_limit', attempts: 2 },
    ]);
  });
});
