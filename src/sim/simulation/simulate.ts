import { connect } from '../actors/lifecycle.ts';
import type { World } from '../actors/world.ts';
import { Kernel, type Stop } from '../kernel/kernel.ts';
import type { StepNumber } from '../model/ids.ts';
import { ok, type Result } from '../model/result.ts';
import { createJudge, type Judge } from '../promises/judge.ts';
import type { ExpressionHost } from '../scenario/expression.ts';
import type { RunSpec } from '../scenario/run-spec.ts';
import type { Step } from '../trace/step.ts';
import type { Opening, RunEnd, Verdict } from '../trace/trace.ts';
import { type Engines, type OpeningProblem, openWorld } from './open-world.ts';
import { planned, type Planned } from './plan.ts';

export interface SimulationListener {
  onOpening(opening: Opening): void;
  /** Steps in order, each once, in batches that end where a turn ends. */
  onSteps(steps: readonly Step[], verdicts: readonly Verdict[]): void;
  /** Asked between batches; true ends the run. Real time may pass in it. */
  pause(): Promise<boolean>;
}

const BATCH = 256;
/** A promise only looks: it may not use up ids of the run. */
const NO_IDS: ExpressionHost = { nextId: (prefix) => prefix };
const RUN_HOME = { actor: 'broker', instance: 1, part: 'process' } as const;

/**
 * Runs a spec to its end on real engines (R-KRN). The same spec gives the same steps, byte for byte.
 * Answers how the run ended, or which service's database the engine would not take.
 */
export async function simulate(
  spec: RunSpec,
  engines: Engines,
  listener: SimulationListener,
): Promise<Result<RunEnd, OpeningProblem>> {
  const opened = await openWorld(spec.scenario, engines);
  if (!opened.ok) return opened;
  const { world, opening } = opened.value;
  listener.onOpening(opening);
  const judge = createJudge(spec.scenario, opening, NO_IDS);
  const batch = new Batch(listener, judge);
  const plans = spec.plan.map((entry, at) => planned(world, entry, at));
  const kernel = new Kernel({
    seed: spec.seed,
    maxSteps: spec.maxSteps,
    maxVirtualMs: spec.maxVirtualMs,
    untilMs: spec.scenario.untilMs,
    watches: plans.flatMap(({ watch }) => (watch === null ? [] : [watch])),
    onStep: (step) => batch.add(step),
    onTurn: () => batch.turn(),
  });
  book(kernel, world, plans);
  const stop = await kernel.run();
  conclude(kernel, stop, batch);
  batch.flush();
  return ok(endOf(kernel, stop, plans));
}

function book(kernel: Kernel, world: World, plans: readonly Planned[]): void {
  for (const state of world.services.values())
    for (const instance of state.instances)
      kernel.launch(
        { actor: state.service.id, instance: instance.number, part: 'process' },
        () => connect(world, state, instance),
        0,
      );
  for (const { key, home, timed } of plans)
    for (const { atMs, work } of timed)
      kernel.launch(
        home,
        () =>
          work(() => {
            kernel.markStruck(key, kernel.nextStep);
          }),
        atMs,
        null,
        1,
      );
}

/** The last step says whether the run came to rest or was cut. */
function conclude(kernel: Kernel, stop: Stop, batch: Batch): void {
  switch (stop) {
    case 'quiescent':
      batch.rest(kernel.note(RUN_HOME, { happening: { kind: 'run.rested' }, points: ['run.rested'] }));
      return;
    case 'cancelled':
      return;
    case 'until':
    case 'step-limit':
    case 'time-limit': {
      const limit = stop === 'until' ? 'until' : stop === 'step-limit' ? 'steps' : 'virtual-time';
      batch.cut(kernel.note(RUN_HOME, { happening: { kind: 'run.limited', limit } }));
    }
  }
}

function endOf(kernel: Kernel, stop: Stop, plans: readonly Planned[]): RunEnd {
  const struck = plans.map(({ key, entry }) => {
    const step: StepNumber | null = kernel.struck.get(key) ?? null;
    return { entry, struck: step !== null, step };
  });
  return { kind: stop, at: kernel.now, struck };
}

/** Gathers steps and what the judge says of them until there are enough to hand on. */
class Batch {
  readonly #listener: SimulationListener;
  readonly #judge: Judge;
  #steps: Step[] = [];
  #verdicts: Verdict[] = [];
  #first = true;

  constructor(listener: SimulationListener, judge: Judge) {
    this.#listener = listener;
    this.#judge = judge;
  }

  add(step: Step): void {
    this.#steps.push(step);
    this.#verdicts.push(...this.#judge.observe(step));
  }

  rest(step: Step): void {
    this.#verdicts.push(...this.#judge.rest(step.number, step.at));
  }

  cut(step: Step): void {
    this.#verdicts.push(...this.#judge.finish(step.number, step.at));
  }

  /** The first steps go at once, so that something is on the screen; later ones in full batches. */
  turn(): Promise<boolean> | false {
    if (this.#steps.length < (this.#first ? 1 : BATCH)) return false;
    this.#first = false;
    this.flush();
    return this.#listener.pause();
  }

  flush(): void {
    if (this.#steps.length === 0 && this.#verdicts.length === 0) return;
    this.#listener.onSteps(this.#steps, this.#verdicts);
    this.#steps = [];
    this.#verdicts = [];
  }
}
