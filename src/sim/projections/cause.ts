import type { StepNumber } from '../model/ids.ts';
import type { Step } from '../trace/step.ts';

/** Where "follow the effect" goes: the first step that names the one at the cursor as its cause. */
export const nextEffect = (steps: readonly Step[], cursor: number): StepNumber | null =>
  steps.slice(cursor).find(({ cause }) => cause === cursor)?.number ?? null;
