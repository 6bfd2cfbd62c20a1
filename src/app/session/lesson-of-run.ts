import type { LessonOfRun } from '#host/run-host.ts';
import { allVariations, variationKey } from '#sim/lessons/variations.ts';
import { type RunSpec, STEP_LIMIT, VIRTUAL_TIME_LIMIT_MS } from '#sim/scenario/run-spec.ts';
import type { RunRequest, RunSource } from './run-state.ts';

export const LIMITS = { maxSteps: STEP_LIMIT, maxVirtualMs: VIRTUAL_TIME_LIMIT_MS } as const;

/** The lesson for a run, with the other runs that its questions take their answers from: a case, or other choices. */
export function lessonOfRun({ lesson, resolve }: RunSource, request: RunRequest): LessonOfRun | null {
  if (lesson === null) return null;
  const beats = lesson.beats.filter((beat) => beat.case === request.caseId);
  const others: Record<string, RunSpec> = {};
  for (const variation of beats.flatMap(allVariations)) {
    const { caseId, choices } = variation;
    const scenario = resolve({ ...request, caseId, choices, entries: [] });
    if (!scenario.ok) continue;
    others[variationKey(variation)] = {
      scenario: scenario.value,
      seed: request.seed,
      plan: scenario.value.plan,
      ...LIMITS,
    };
  }
  return { lesson, others };
}
