import { nodeEngines } from '#engines/node.ts';
import type { Lesson, PlacedBeat } from '#sim/lessons/lesson.ts';
import { invariant } from '#sim/model/invariant.ts';
import type { RunSpec } from '#sim/scenario/run-spec.ts';
import type { Step } from '#sim/trace/step.ts';
import type { Opening, RunEnd, Trace, Verdict } from '#sim/trace/trace.ts';
import { computeRun } from './compute-run.ts';
import { EnginePool } from './engine-pool.ts';
import type { RunProblem } from './run-host.ts';

/** A run that could not be computed, with the problem as data. */
export class RunFailure extends Error {
  override readonly name = 'RunFailure';
  readonly problem: RunProblem;

  constructor(problem: RunProblem) {
    super(`${problem.what} ${problem.detail}`.trim());
    this.problem = problem;
  }
}

const pool = new EnginePool(nodeEngines(), () => undefined);
let queue: Promise<unknown> = Promise.resolve();

/**
 * Computes a run in this process, in Node. Runs wait for one another, as they share the engines, which are kept warm
 * until `closeEngines`. Rejects with a `RunFailure` when the run could not be computed.
 */
export function runInProcess(
  spec: RunSpec,
  lesson: Lesson | null,
): Promise<{ trace: Trace; beats: readonly PlacedBeat[] }> {
  const run = queue.then(() => compute(spec, lesson));
  queue = run.catch(() => undefined);
  return run;
}

async function compute(spec: RunSpec, lesson: Lesson | null): Promise<{ trace: Trace; beats: readonly PlacedBeat[] }> {
  let opening: Opening | null = null;
  let ended: { readonly end: RunEnd; readonly beats: readonly PlacedBeat[] } | null = null;
  let problem: RunProblem | null = null;
  const steps: Step[] = [];
  const verdicts: Verdict[] = [];
  await computeRun(
    spec,
    lesson,
    pool,
    {
      onLoading: () => undefined,
      onOpening: (given) => (opening = given),
      onSteps(more, said) {
        for (const step of more) steps.push(step);
        for (const verdict of said) verdicts.push(verdict);
      },
      onEnd: (end, beats) => (ended = { end, beats }),
      onProblem: (said) => (problem = said),
    },
    () => Promise.resolve(false),
  );
  const [failure, world, done] = [
    problem as RunProblem | null,
    opening as Opening | null,
    ended as { end: RunEnd; beats: readonly PlacedBeat[] } | null,
  ];
  if (failure !== null) throw new RunFailure(failure);
  invariant(world !== null && done !== null, 'a run ends or has a problem');
  return { trace: { opening: world, steps, verdicts, end: done.end }, beats: done.beats };
}

/** The engines of this process, for questions outside a run. */
export const processEngines = pool;

export function closeEngines(): Promise<void> {
  return pool.close();
}
