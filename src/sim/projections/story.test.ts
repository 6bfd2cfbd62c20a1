import { describe, expect, it } from 'vitest';
import { lanesOf, lanesWindow } from './lanes.ts';
import { sequenceAt } from './sequence.ts';
import { Story } from './story.ts';
import { shopOpening } from './testing/shop-opening.ts';
import { shopTrace } from './testing/shop-trace.ts';
import { aMessage, TraceWriter } from './testing/trace-writer.ts';

const { opening, steps } = shopTrace(1);
const story = new Story(opening).extend(steps);

const told = (one: Story) =>
  one.arrows.map(({ from, to, label, sent, arrived }) => `${from} ${label} ${to}: ${String(sent)}-${String(arrived)}`);

describe('the messages of a run', () => {
  it('go from the step that sent them to the step that shows they arrived', () => {
    expect(told(story)).toEqual([
      'Alice POST /orders order: 1-2',
      'order 201 Alice: 8-9',
      'order OrderCreated broker: 11-12',
      'broker confirm order: 12-13',
      'broker OrderCreated inventory: 15-16',
      'inventory ack broker: 22-22',
      'broker OrderCreated user: 23-24',
      'user ack broker: 30-30',
    ]);
  });

  it('are the same when the steps come in batches', () => {
    const batched = new Story(opening);
    for (const length of [1, 7, 8, 20, steps.length]) batched.extend(steps.slice(0, length));

    expect(batched.arrows).toEqual(story.arrows);
    expect(batched.brackets).toEqual(story.brackets);
  });

  it('are lost with the connection they were on', () => {
    const writer = new TraceWriter();
    const sent = { from: 'Alice', to: 'order', operation: 'POST /orders', body: null, command: null };
    writer.add({ kind: 'request.sent', call: 'c1', ...sent }, { actor: 'Alice', cause: null });
    writer.add(
      { kind: 'call.broken', call: 'c1', to: 'order', outcome: 'failed', reason: 'connection refused' },
      { actor: 'Alice' },
    );
    const broken = new Story(opening).extend(writer.steps);

    expect(broken.arrows.map(({ arrived, fate }) => [arrived, fate])).toEqual([
      [null, 'lost'],
      [2, 'lost'],
    ]);
  });

  it('say of a redelivery that it comes again', () => {
    const writer = new TraceWriter();
    const again = { queue: 'inventory.order-events', tag: 1, message: aMessage('m1'), redelivered: true };
    writer.add({ kind: 'message.delivered', ...again, to: 'inventory/1', deliveryCount: 1 }, { actor: 'broker' });
    writer.add({ kind: 'message.received', ...again }, { actor: 'inventory' });

    expect(new Story(opening).extend(writer.steps).arrows).toMatchObject([
      { fate: 'again', from: 'broker', arrived: 2 },
    ]);
  });
});

describe('the stretches of a run', () => {
  it('are transactions from begin to commit and handlers from request to reply', () => {
    expect(story.brackets.map(({ kind, actor, from, to, end }) => [kind, actor, from, to, end])).toEqual([
      ['handler', 'order', 2, 8, 'well'],
      ['transaction', 'order', 4, 7, 'well'],
      ['handler', 'inventory', 16, 22, 'well'],
      ['transaction', 'inventory', 17, 21, 'well'],
      ['handler', 'user', 24, 30, 'well'],
      ['transaction', 'user', 25, 29, 'well'],
    ]);
  });

  it('end where their process dies', () => {
    const writer = new TraceWriter();
    writer.steps.push(...steps.slice(0, 5));
    writer.add({ kind: 'service.crashed', service: 'order', instance: 1, lost: [] });

    expect(new Story(opening).extend(writer.steps).brackets).toMatchObject([
      { kind: 'handler', to: 6, end: 'died' },
      { kind: 'transaction', to: 6, end: 'died' },
    ]);
  });
});

describe('the lanes', () => {
  const lanes = lanesOf(shopOpening, false);

  it('stand in the order they are drawn', () => {
    expect(lanes.map(({ actor }) => actor)).toEqual(['Alice', 'order', 'broker', 'inventory', 'user']);
    expect(lanesOf(shopOpening, true).at(-1)?.actor).toBe('operator');
  });

  it('show of a window its ticks, and every line and stretch that touches it', () => {
    const shown = lanesWindow(lanes, story, steps, { from: 5, to: 9 });

    expect(shown.ticks.map(({ step, lane, glyph }) => `${String(step)} ${String(lane)} ${glyph}`)).toEqual([
      '5 1 write',
      '6 1 write',
      '7 1 commit',
      '8 1 send',
      '9 0 receive',
    ]);
    expect(shown.arrows.map(({ sent }) => sent)).toEqual([8]);
    expect(shown.brackets.map(({ from }) => from)).toEqual([2, 4]);
  });
});

describe('the sequence diagram', () => {
  it('knows nothing of what comes after the cursor', () => {
    const view = sequenceAt(story, steps, 11);

    expect(view.arrows.at(-1)).toMatchObject({ label: 'OrderCreated', sent: 11, arrived: null });
    expect(sequenceAt(story, steps, 5).bars).toMatchObject([
      { kind: 'handler', to: null, end: 'open' },
      { kind: 'transaction', to: null, end: 'open' },
    ]);
  });

  it('keeps its last rows when there are many, with the messages that reach into them', () => {
    const view = sequenceAt(story, steps, steps.length, 4);

    expect(view.rows).toHaveLength(4);
    expect(view.arrows.every(({ arrived }) => (arrived ?? 0) >= (view.rows[0]?.step ?? 0))).toBe(true);
  });
});
