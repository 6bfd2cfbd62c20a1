import { describe, expect, it } from 'vitest';
import { stepNumber } from '../model/ids.ts';
import type { Verdict } from '../trace/trace.ts';
import { calls, callsInOrder } from './calls.ts';
import { nextEffect } from './cause.ts';
import { importanceOf } from './log.ts';
import { messages, messagesInOrder } from './messages.ts';
import { project } from './projection.ts';
import { brokenAt, promisesAt } from './promises.ts';
import { shopOpening } from './testing/shop-opening.ts';
import { shopTrace } from './testing/shop-trace.ts';
import { TraceWriter } from './testing/trace-writer.ts';

const { steps } = shopTrace(2);

it('a cause leads on to its first effect', () => {
  expect(nextEffect(steps, 4)).toBe(5);
  expect(nextEffect(steps, steps.length)).toBeNull();
});

describe('promises', () => {
  const verdict = (promise: string, step: number, answer: Verdict['answer']): Verdict => ({
    promise,
    step: stepNumber(step),
    answer,
    evidence: null,
    until: null,
  });
  const verdicts = [
    verdict('a', 0, 'undecided'),
    verdict('b', 0, 'held'),
    verdict('b', 3, 'broken'),
    verdict('b', 5, 'held'),
    verdict('a', 9, 'held'),
  ];
  const answersAt = (cursor: number) =>
    [...promisesAt(verdicts, cursor)].map(([id, { answer }]) => `${id} ${answer}`).sort();

  it('have at a cursor the last answer given by then', () => {
    expect(answersAt(0)).toEqual(['a undecided', 'b held']);
    expect(answersAt(3)).toEqual(['a undecided', 'b broken']);
    expect(answersAt(8)).toEqual(['a undecided', 'b held']);
    expect(answersAt(9)).toEqual(['a held', 'b held']);
  });

  it('know when they were broken first, never ahead of the cursor', () => {
    expect(brokenAt(verdicts, 'b', 2)).toBeNull();
    expect(brokenAt(verdicts, 'b', 9)?.step).toBe(3);
  });
});

describe('calls', () => {
  it('are open until answered, and unknown when nobody answers', () => {
    const [first] = callsInOrder(project(calls, shopOpening, steps.slice(0, 3)));
    expect(first).toMatchObject({ state: 'open', received: 2, ended: null });

    const all = callsInOrder(project(calls, shopOpening, steps));
    expect(all.map(({ id, state, status }) => `${id} ${state} ${String(status)}`)).toEqual([
      'c-1 answered 201',
      'c-2 answered 201',
    ]);

    const writer = new TraceWriter();
    writer.steps.push(...steps.slice(0, 3));
    writer.add({ kind: 'call.timedOut', call: 'c-1', to: 'order', afterMs: 1000 }, { actor: 'Alice' });
    expect(callsInOrder(project(calls, shopOpening, writer.steps))).toMatchObject([{ state: 'unknown' }]);
  });
});

describe('messages', () => {
  it('remember where they were recorded, published and confirmed, in order of appearance', () => {
    const lives = messagesInOrder(project(messages, shopOpening, steps));

    expect(lives.map(({ id, recorded, published, confirmed }) => [id, recorded, published, confirmed])).toEqual([
      ['order-1', 6, [11], [13]],
      ['order-2', 36, [41], [43]],
    ]);
    expect(lives[0]?.copies.map(({ queue, stage }) => `${queue} ${stage}`)).toEqual([
      'inventory.order-events acked',
      'user.order-events acked',
    ]);
  });
});

describe('the importance of a step', () => {
  it('is that of a detail for plumbing and of a matter for what the story tells', () => {
    const important = steps.slice(0, 9).filter((step) => importanceOf(step) === 'main');

    expect(important.map(({ number }) => number)).toEqual([1, 2, 5, 6, 7, 8, 9]);
  });

  it('is never that of a detail for a failure', () => {
    const writer = new TraceWriter();
    const dropped = { kind: 'message.dropped', queue: null, messageId: 'm1', reason: 'unroutable' } as const;
    const failed = { kind: 'handler.ended', handler: 'h', outcome: 'failed', reason: null } as const;

    expect(importanceOf(writer.add(dropped))).toBe('error');
    expect(importanceOf(writer.add(failed))).toBe('error');
  });
});
