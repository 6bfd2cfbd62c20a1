import type { StepNumber } from '../model/ids.ts';
import type { Step } from '../trace/step.ts';

/** The step at a cursor; null at the opening or past the end. */
export const stepAt = (steps: readonly Step[], cursor: number): Step | null => steps[cursor - 1] ?? null;

/** The steps that led to the one at the cursor, nearest first, without itself. */
export function causesOf(steps: readonly Step[], cursor: number, atMost = 50): readonly Step[] {
  const chain: Step[] = [];
  let cause = stepAt(steps, cursor)?.cause ?? null;
  while (cause !== null && chain.length < atMost) {
    const step = stepAt(steps, cause);
    if (step === null) break;
    chain.push(step);
    cause = step.cause;
  }
  return chain;
}

/** The steps that name the one at the cursor as their cause, in order. */
export const effectsOf = (steps: readonly Step[], cursor: number): readonly Step[] =>
  steps.slice(cursor).filter(({ cause }) => cause === cursor);

/** Where "follow the effect" goes: the first effect of the step at the cursor. */
export const nextEffect = (steps: readonly Step[], cursor: number): StepNumber | null =>
  steps.slice(cursor).find(({ cause }) => cause === cursor)?.number ?? null;
