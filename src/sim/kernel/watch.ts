import type { Step } from '../trace/step.ts';
import type { Work } from './effect.ts';

/** Something that strikes when a step passes a fault point: a fault, an operator, a command of the plan. */
export interface Watch {
  readonly entry: string;
  /** Whether the step passes the point being watched. `point` is the one just reached. */
  readonly matches: (step: Step, point: string) => boolean;
  /** The n-th match strikes, from 1; or every match. */
  readonly n: number | 'every';
  /** Calls `struck` when it does something: a crash of what is down does not strike (A2). */
  readonly work: (struck: () => void) => Work<void>;
}

export interface Strike {
  readonly watch: Watch;
  readonly step: Step;
}

/** Counts matches and tells which watches strike at a step. */
export class Watches {
  readonly #watches: readonly Watch[];
  readonly #matches = new Map<Watch, number>();

  constructor(watches: readonly Watch[]) {
    this.#watches = watches;
  }

  get any(): boolean {
    return this.#watches.length > 0;
  }

  strikes(step: Step, point: string): readonly Strike[] {
    return this.#watches.flatMap((watch) => {
      if (!watch.matches(step, point)) return [];
      const count = (this.#matches.get(watch) ?? 0) + 1;
      this.#matches.set(watch, count);
      return watch.n === 'every' || watch.n === count ? [{ watch, step }] : [];
    });
  }
}
