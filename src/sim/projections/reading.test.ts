import { describe, expect, it } from 'vitest';
import { stepNumber } from '../model/ids.ts';
import type { Verdict } from '../trace/trace.ts';
import { calls, callsInOrder } from './calls.ts';
import { causesOf, effectsOf, nextEffect } from './cause.ts';
import { importanceOf, logAt } from './log.ts';
import { messages, messagesInOrder } from './messages.ts';
import { project } from './projection.ts';
import { brokenAt, promisesAt } from './promises.ts';
import { shopOpening } from './testing/shop-opening.ts';
import { shopTrace } from './testing/shop-trace.ts';
import { TraceWriter } from './testing/trace-writer.ts';

const { steps } = shopTrace(2);

describe('causes', () => {
  it('lead from a step back to its root, nearest first', () => {
    expect(causesOf(steps, 5).map(({ number }) => number)).toEqual([4, 3, 2, 1]);
    expect(causesOf(steps, 5, 2)).toHaveLength(2);
    expect(causesOf(steps, 1)).toEqual([]);
    expect(causesOf(steps, 0)).toEqual([]);
  });

  it('are answered by effects', () => {
    expect(effectsOf(steps, 4).map(({ number }) => number)).toEqual([5]);
    expect(nextEffect(steps, 4)).toBe(5);
    expect(nextEffect(steps, steps.length)).toBeNull();
  });
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

describe('the log', () => {
  it('has an entry per step up to the cursor, and leaves out what is less important than asked for', () => {
    expect(logAt(steps, 9)).toHaveLength(9);
    expect(logAt(steps, 9, 'main').map(({ number }) => number)).toEqual([1, 2, 5, 6, 7, 8, 9]);
    expect(logAt(steps, 9, 'error')).toEqual([]);
    expect(logAt(steps, 7).at(-1)).toMatchObject({
      kind: 'transaction.committed',
      params: { tables: 'orders, outbox' },
    });
  });

  it('never counts a failure as a detail', () => {
    const writer = new TraceWriter();
    const message = { kind: 'message.dropped', queue: null, messageId: 'm1', reason: 'unroutable' } as const;

    expect(importanceOf(writer.add(message))).toBe('error');
    expect(importanceOf(writer.add({ kind: 'handler.ended', handler: 'h', outcome: 'failed', reason: null }))).toBe(
      'error',
    );
  });
});
