import { type Importance, importanceOf } from '#sim/projections/log.ts';
import type { Step } from '#sim/trace/step.ts';

export interface LogFilter {
  readonly text: string;
  /** A service, a client or the broker; null for all. */
  readonly actor: string | null;
  /** The least important that is still shown. */
  readonly least: Importance;
}

/** Nothing left out: an error is never hidden unless the reader hides it. */
export const EVERYTHING: LogFilter = { text: '', actor: null, least: 'detail' };

const RANK = { error: 0, main: 1, detail: 2 } satisfies Record<Importance, number>;

/** The numbers of the steps up to the cursor that pass the filter, in order. `say` is asked only where text is looked for. */
export function filteredSteps(
  steps: readonly Step[],
  cursor: number,
  filter: LogFilter,
  say: (step: Step) => string,
): readonly number[] {
  const wanted = filter.text.trim().toLowerCase();
  const passing: number[] = [];
  for (let index = 0; index < Math.min(cursor, steps.length); index += 1) {
    const step = steps[index];
    if (step === undefined) break;
    if (filter.actor !== null && step.actor !== filter.actor) continue;
    if (RANK[importanceOf(step)] > RANK[filter.least]) continue;
    if (wanted !== '' && !contains(step, wanted, say)) continue;
    passing.push(step.number);
  }
  return passing;
}

const contains = (step: Step, wanted: string, say: (step: Step) => string): boolean =>
  say(step).toLowerCase().includes(wanted) || (step.point ?? '').includes(wanted);
