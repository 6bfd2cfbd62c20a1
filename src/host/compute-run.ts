import { gradeBeats, placeBeats } from '#sim/lessons/place-beats.ts';
import { variationKey } from '#sim/lessons/variations.ts';
import { invariant } from '#sim/model/invariant.ts';
import type { RunSpec } from '#sim/scenario/run-spec.ts';
import { simulate } from '#sim/simulation/simulate.ts';
import type { Trace } from '#sim/trace/trace.ts';
import type { EnginePool } from './engine-pool.ts';
import { GatheredTrace } from './gathered-trace.ts';
import type { LessonOfRun, RunListener, RunProblem } from './run-host.ts';

/** Lets real time pass between two batches; answers whether the run was cancelled meanwhile. */
export type Pause = () => Promise<boolean>;

/**
 * Computes one run and tells the listener as it grows. Never rejects: what goes wrong is told as a problem. An engine
 * that died is let go of, so that the next run starts a fresh one.
 */
export async function computeRun(
  spec: RunSpec,
  lesson: LessonOfRun | null,
  engines: EnginePool,
  listener: RunListener,
  pause: Pause,
): Promise<void> {
  const gathered = new GatheredTrace(listener);
  try {
    const ended = await simulate(spec, engines, { ...gathered.listener, pause });
    if (!ended.ok) {
      const { service, what, detail } = ended.problem;
      listener.onProblem({ kind: 'scenario', what: `${service}: ${what}`, detail, step: 0 });
      return;
    }
    const trace = gathered.trace(ended.value);
    const { caseId } = spec.scenario;
    listener.onEnd(ended.value, lesson === null ? [] : placeBeats(lesson.lesson, trace, caseId));
    if (lesson === null || ended.value.kind === 'cancelled' || Object.keys(lesson.others).length === 0) return;
    const graded = await gradeBeats(lesson.lesson, trace, caseId, (variation) =>
      traceOf(lesson.others[variationKey(variation)], engines, pause),
    );
    if (!(await pause())) listener.onBeats(graded);
  } catch (error) {
    const problem = problemOf(error, gathered.count);
    if (problem.kind === 'engine-died') engines.forget();
    listener.onProblem(problem);
  }
}

/** Another run of the scenario, for its values alone. */
async function traceOf(spec: RunSpec | undefined, engines: EnginePool, pause: Pause): Promise<Trace> {
  invariant(spec !== undefined, 'a lesson comes with the runs its answers need');
  const gathered = new GatheredTrace(null);
  const ended = await simulate(spec, engines, { ...gathered.listener, pause });
  invariant(ended.ok, 'a run that a lesson needs can be opened');
  return gathered.trace(ended.value);
}

/** An error as data: which engine could not be loaded, or that something of ours broke. */
function problemOf(error: unknown, step: number): RunProblem {
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && error.name === 'EngineLoadError') {
    const engine = 'engine' in error ? String(error.engine) : '';
    return { kind: 'engine-load', what: engine, detail, step };
  }
  const died = error instanceof Error && (error.name === 'RuntimeError' || error.name === 'ExitStatus');
  return { kind: died ? 'engine-died' : 'internal', what: '', detail, step };
}
