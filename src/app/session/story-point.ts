import type { Step } from '#sim/trace/step.ts';

/** A place in a story that can be looked up again in another run of it. */
export interface StoryPoint {
  readonly signature: string;
  /** The how-manieth such step it is, from 1. */
  readonly occurrence: number;
  readonly atMs: number;
}

/** The story point of the step a cursor stands at; null for the opening, which every run has. */
export function storyPointOf(steps: readonly Step[], cursor: number): StoryPoint | null {
  const step = steps[cursor - 1];
  if (step === undefined) return null;
  const signature = signatureOf(step);
  const earlier = steps.slice(0, cursor).filter((other) => signatureOf(other) === signature);
  return { signature, occurrence: earlier.length, atMs: step.at };
}

/**
 * Looks for a story point in a run whose steps arrive in batches. Each batch is looked through once; the answer is the
 * cursor of the same fault point of the same actor at the same line for the same time, or null while there is none.
 */
export class StoryFinder {
  readonly #point: StoryPoint;
  #seen = 0;

  constructor(point: StoryPoint) {
    this.#point = point;
  }

  lookThrough(batch: readonly Step[]): number | null {
    for (const step of batch) {
      if (signatureOf(step) === this.#point.signature) this.#seen += 1;
      if (this.#seen === this.#point.occurrence) return step.number;
    }
    return null;
  }
}

/** The same story point of a whole run, or else its last step that is not later in virtual time. */
export function nearestStoryPoint(point: StoryPoint, steps: readonly Step[]): number {
  const same = new StoryFinder(point).lookThrough(steps);
  return same ?? steps.findLast((step) => step.at <= point.atMs)?.number ?? 0;
}

function signatureOf(step: Step): string {
  const line = step.line === null ? '' : `${step.line.handler}:${step.line.path}`;
  return [step.point ?? step.kind, step.actor, step.part, line].join('|');
}
