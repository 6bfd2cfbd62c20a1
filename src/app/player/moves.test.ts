import { describe, expect, it } from 'vitest';
import type { PlacedBeat } from '#sim/lessons/lesson.ts';
import { aStep } from '../session/testing/steps.ts';
import { causeOf, neighbourOn, nextBeat, nextBreakpoint, previousBeat } from './moves.ts';

const beat = (index: number, cursor: number | null): PlacedBeat => ({
  index,
  cursor,
  answer: null,
  beat: {
    at: { kind: 'start' },
    case: null,
    say: null,
    look: null,
    predict: null,
    try: null,
    reveal: null,
    takeaways: [],
  },
});
const steps = [
  aStep(1, { kind: 'time.waited', ms: 1 }, { actor: 'order' }),
  aStep(2, { kind: 'time.waited', ms: 1 }, { actor: 'user', cause: 1 }),
  aStep(3, { kind: 'time.waited', ms: 1 }, { actor: 'order', cause: 1 }),
];

describe('the moves of the transport', () => {
  it('go from beat to beat, past the ones this run never comes to', () => {
    const beats = [beat(0, 0), beat(1, null), beat(2, 3)];

    expect(nextBeat(0, beats)).toBe(3);
    expect(nextBeat(3, beats)).toBeNull();
    expect(previousBeat(3, beats)).toBe(0);
    expect(previousBeat(0, beats)).toBeNull();
  });

  it('follow a cause back', () => {
    expect(causeOf(3, steps)).toBe(1);
    expect(causeOf(1, steps)).toBeNull();
  });

  it('run to the next breakpoint, or to the end', () => {
    expect(nextBreakpoint(1, [1, 2], 3)).toBe(2);
    expect(nextBreakpoint(2, [1, 2], 3)).toBe(3);
    expect(nextBreakpoint(3, [1, 2], 3)).toBeNull();
  });

  it('stay in one lane', () => {
    expect(neighbourOn('order', 1, steps, 1)).toBe(3);
    expect(neighbourOn('order', 3, steps, -1)).toBe(1);
    expect(neighbourOn('user', 2, steps, 1)).toBeNull();
    expect(neighbourOn('order', 0, steps, 1)).toBe(1);
  });
});
