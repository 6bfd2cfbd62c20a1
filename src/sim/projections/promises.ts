import type { Verdict } from '../trace/trace.ts';

/** What was known of each promise at the cursor, by id; a promise not judged yet is not in it. */
export type PromisesView = ReadonlyMap<string, Verdict>;

/** Reads the last verdict of every promise at a cursor; verdicts are in order of step. */
export function promisesAt(verdicts: readonly Verdict[], cursor: number): PromisesView {
  const view = new Map<string, Verdict>();
  for (const verdict of verdicts.slice(0, firstAfter(verdicts, cursor))) view.set(verdict.promise, verdict);
  return view;
}

/** The first step a promise was found broken at; null while it was not, up to the cursor. */
export function brokenAt(verdicts: readonly Verdict[], promise: string, cursor: number): Verdict | null {
  return verdicts.find((one) => one.promise === promise && one.answer === 'broken' && one.step <= cursor) ?? null;
}

/** How many verdicts fall at the cursor or before it. */
function firstAfter(verdicts: readonly Verdict[], cursor: number): number {
  let low = 0;
  let high = verdicts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const verdict = verdicts[middle];
    if (verdict !== undefined && verdict.step <= cursor) low = middle + 1;
    else high = middle;
  }
  return low;
}
