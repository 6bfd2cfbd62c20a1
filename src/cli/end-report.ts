import type { Trace } from '#sim/trace/trace.ts';
import { type PromiseOutcome, promiseOutcomes } from './promise-outcome.ts';

/** What a person wants after the steps: what became of the promises, and what to do about a limit. */
export function endReport(trace: Trace): string {
  const promises = [...promiseOutcomes(trace)].map(([id, outcome]) => `  ${id}: ${outcomeText(outcome)}\n`);
  const limited = trace.end?.kind === 'step-limit' ? ['Ended by the step limit; --max-steps takes more.\n'] : [];
  return [...(promises.length === 0 ? [] : ['promises:\n', ...promises]), ...limited].join('');
}

function outcomeText(outcome: PromiseOutcome): string {
  if (outcome.kind !== 'broken') return outcome.kind;
  return `broken at step ${String(outcome.step)}: ${JSON.stringify(outcome.evidence)}`;
}
