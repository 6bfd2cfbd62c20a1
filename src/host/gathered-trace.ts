import { invariant } from '#sim/model/invariant.ts';
import type { SimulationListener } from '#sim/simulation/simulate.ts';
import type { Step } from '#sim/trace/step.ts';
import type { Opening, RunEnd, Trace, Verdict } from '#sim/trace/trace.ts';

/** Puts a trace together from what a simulation tells, and passes it on to whoever else listens. */
export class GatheredTrace {
  readonly listener: Omit<SimulationListener, 'pause'>;
  readonly #steps: Step[] = [];
  readonly #verdicts: Verdict[] = [];
  #opening: Opening | null = null;

  constructor(also: Omit<SimulationListener, 'pause'> | null) {
    this.listener = {
      onOpening: (opening) => {
        this.#opening = opening;
        also?.onOpening(opening);
      },
      onSteps: (steps, verdicts) => {
        for (const step of steps) this.#steps.push(step);
        for (const verdict of verdicts) this.#verdicts.push(verdict);
        also?.onSteps(steps, verdicts);
      },
    };
  }

  get count(): number {
    return this.#steps.length;
  }

  trace(end: RunEnd): Trace {
    invariant(this.#opening !== null, 'a run that ended has opened');
    return { opening: this.#opening, steps: this.#steps, verdicts: this.#verdicts, end };
  }
}
