import type { Lesson } from '#sim/lessons/lesson.ts';
import { placeBeats } from '#sim/lessons/place-beats.ts';
import { invariant } from '#sim/model/invariant.ts';
import type { RunSpec } from '#sim/scenario/run-spec.ts';
import type { Engines } from '#sim/simulation/open-world.ts';
import { simulate } from '#sim/simulation/simulate.ts';
import type { Step } from '#sim/trace/step.ts';
import type { Opening, Trace, Verdict } from '#sim/trace/trace.ts';
import type { RunListener, RunProblem } from './run-host.ts';

/** Lets real time pass between two batches; answers whether the run was cancelled meanwhile. */
export type Pause = () => Promise<boolean>;

/** Computes one run and tells the listener as it grows. Never rejects: what goes wrong is told as a problem. */
export async function computeRun(
  spec: RunSpec,
  lesson: Lesson | null,
  engines: Engines,
  listener: RunListener,
  pause: Pause,
): Promise<void> {
  let opening: Opening | null = null;
  const steps: Step[] = [];
  const verdicts: Verdict[] = [];
  try {
    const ended = await simulate(spec, engines, {
      onOpening(given) {
        opening = given;
        listener.onOpening(given);
      },
      onSteps(more, said) {
        for (const step of more) steps.push(step);
        for (const verdict of said) verdicts.push(verdict);
        listener.onSteps(more, said);
      },
      pause,
    });
    if (!ended.ok) {
      const { service, what, detail } = ended.problem;
      listener.onProblem({ kind: 'scenario', what: `${service}: ${what}`, detail, step: 0 });
      return;
    }
    invariant(opening !== null, 'a run that ended has opened');
    const trace: Trace = { opening, steps, verdicts, end: ended.value };
    const beats = lesson === null ? [] : placeBeats(lesson, trace, spec.scenario.caseId);
    listener.onEnd(ended.value, beats);
  } catch (error) {
    listener.onProblem(problemOf(error, steps.length));
  }
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
