import { promisesAt } from '#sim/projections/promises.ts';
import type { PromiseSpec } from '#sim/scenario/scenario.ts';
import type { Verdict } from '#sim/trace/trace.ts';

/** `not-yet` covers what is judged later and what would break if it were judged now: neither is decided. */
export type PromiseState = 'held' | 'not-yet' | 'broken';

export interface PromiseLine {
  readonly promise: PromiseSpec;
  readonly state: PromiseState;
  /** What was said about it last; null before it was ever judged. */
  readonly verdict: Verdict | null;
  /** The first step it was found broken at. */
  readonly brokenAt: number | null;
}

/**
 * Every promise as it stands at a cursor. A promise that was broken stays so: a later row that happens to fit does not mend it.
 * Nothing is red before it is decided (T16).
 */
export function promiseLines(
  promises: readonly PromiseSpec[],
  verdicts: readonly Verdict[],
  cursor: number,
): readonly PromiseLine[] {
  const latest = promisesAt(verdicts, cursor);
  const broken = new Map<string, number>();
  for (const { promise, answer, step } of verdicts) {
    if (step > cursor) break;
    if (answer === 'broken' && !broken.has(promise)) broken.set(promise, step);
  }
  return promises.map((promise) => {
    const verdict = latest.get(promise.id) ?? null;
    const brokenAt = broken.get(promise.id) ?? null;
    return { promise, verdict, brokenAt, state: stateOf(verdict, brokenAt) };
  });
}

function stateOf(verdict: Verdict | null, brokenAt: number | null): PromiseState {
  if (brokenAt !== null) return 'broken';
  return verdict?.answer === 'held' ? 'held' : 'not-yet';
}
