import { unreachable } from '#sim/model/invariant.ts';
import type { Trace, Verdict } from '#sim/trace/trace.ts';

/** What became of a promise in a whole run. A promise that broke once has broken, whatever came later. */
export type PromiseOutcome =
  | { readonly kind: 'held' }
  | { readonly kind: 'broken'; readonly step: number; readonly evidence: Verdict['evidence'] }
  | { readonly kind: 'not decided' };

/** Outcomes by promise, in the order in which the run first spoke of them. */
export function promiseOutcomes(trace: Trace): ReadonlyMap<string, PromiseOutcome> {
  const outcomes = new Map<string, PromiseOutcome>();
  for (const verdict of trace.verdicts) {
    if (outcomes.get(verdict.promise)?.kind !== 'broken') outcomes.set(verdict.promise, outcomeOf(verdict));
  }
  return outcomes;
}

function outcomeOf({ answer, step, evidence }: Verdict): PromiseOutcome {
  switch (answer) {
    case 'held':
      return { kind: 'held' };
    case 'broken':
      return { kind: 'broken', step, evidence };
    case 'undecided':
    case 'would-break':
      return { kind: 'not decided' };
    default:
      return unreachable(answer);
  }
}

/** Promises that broke although the file does not say so. */
export function unexpectedlyBroken(trace: Trace, breaks: readonly string[]): readonly string[] {
  return [...promiseOutcomes(trace)].flatMap(([id, { kind }]) =>
    kind === 'broken' && !breaks.includes(id) ? [id] : [],
  );
}

/** Promises that the file says break, and that did not. */
export function unexpectedlyKept(trace: Trace, breaks: readonly string[]): readonly string[] {
  const outcomes = promiseOutcomes(trace);
  return breaks.filter((id) => outcomes.get(id)?.kind !== 'broken');
}
