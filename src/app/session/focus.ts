import type { Step } from '#sim/trace/step.ts';
import { useCursor, useRun, useSelection } from './session.tsx';

/** The candidate that a step concerns: the owner of the database it touched, or whoever acted. */
function concerned(step: Step, candidates: readonly string[]): string | undefined {
  if ('database' in step && candidates.includes(step.database)) return step.database;
  return candidates.includes(step.actor) ? step.actor : undefined;
}

/** The service that the story is about at a cursor: the one that the latest step concerns; the first one before any step. */
export function serviceInStory(steps: readonly Step[], cursor: number, candidates: readonly string[]): string | null {
  for (let index = cursor - 1; index >= 0; index -= 1) {
    const step = steps[index];
    const found = step && concerned(step, candidates);
    if (found !== undefined) return found;
  }
  return candidates[0] ?? null;
}

export interface Focus {
  readonly service: string | null;
  /** The reader picked it; otherwise it follows the cursor. */
  readonly picked: boolean;
}

/** Which of some services an inspector tab shows: the selected one, else the one the story is about. */
export function useFocus(candidates: readonly string[]): Focus {
  const selected = useSelection((selection) => selection.selected);
  const steps = useRun((run) => run.trace.steps);
  const cursor = useCursor();
  const service = selected !== null && 'service' in selected ? selected.service : null;
  if (service !== null && candidates.includes(service)) return { service, picked: true };
  return { service: serviceInStory(steps, cursor, candidates), picked: false };
}
