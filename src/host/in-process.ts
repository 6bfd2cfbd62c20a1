import { nodeEngines } from '#engines/node.ts';
import type { Lesson, PlacedBeat } from '#sim/lessons/lesson.ts';
import { invariant } from '#sim/model/invariant.ts';
import type { RunSpec } from '#sim/scenario/run-spec.ts';
import type { RunEnd, Trace } from '#sim/trace/trace.ts';
import { computeRun } from './compute-run.ts';
import { EnginePool } from './engine-pool.ts';
import { GatheredTrace } from './gathered-trace.ts';
import type { RunListener, RunProblem } from './run-host.ts';

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
  const gathered = new GatheredTrace(null);
  let ended: { readonly end: RunEnd; readonly beats: readonly PlacedBeat[] } | undefined;
  let problem: RunProblem | undefined;
  const listener: RunListener = {
    ...gathered.listener,
    onLoading: () => undefined,
    onEnd: (end, beats) => (ended = { end, beats }),
    onBeats: () => undefined,
    onProblem: (said) => (problem = said),
  };
  const beside = lesson === null ? null : { lesson, others: {} };
  await computeRun(spec, beside, pool, listener, () => Promise.resolve(false));
  if (problem !== undefined) throw new RunFailure(problem);
  invariant(ended !== undefined, 'a run ends or has a problem');
  return { trace: gathered.trace(ended.end), beats: ended.beats };
}

/** The engines of this process, for questions outside a run. */
export const processEngines = pool;

export function closeEngines(): Promise<void> {
  return pool.close();
}
