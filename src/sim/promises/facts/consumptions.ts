import type { Step } from '../../trace/step.ts';
import type { Opening } from '../../trace/trace.ts';
import { type HandlerRun, hasEffect } from './handler-run.ts';

/** What one consumer made of one message, over all its copies and deliveries. */
export interface Consumption {
  readonly queue: string;
  readonly messageId: string;
  readonly runs: HandlerRun[];
  /** A copy was acked, by the consumer or by the broker itself. */
  acked: boolean;
  /** It was given up: a dead letter, or dropped. */
  givenUp: boolean;
}

/** Follows every message through every queue that a service consumes. */
export class Consumptions {
  readonly #consumed: ReadonlySet<string>;
  readonly #all = new Map<string, Consumption>();
  readonly #unfinished = new Map<string, Consumption>();

  constructor(opening: Opening) {
    this.#consumed = new Set(opening.queues.filter(({ service }) => service !== null).map(({ name }) => name));
  }

  /** Those of which nothing shows yet that they were processed or given up, oldest first. */
  get unfinished(): Iterable<Consumption> {
    return this.#unfinished.values();
  }

  /** The consumptions that the step said something about. */
  observe(step: Step, runs: readonly HandlerRun[]): readonly Consumption[] {
    const touched = new Set(this.#touchedBy(step));
    for (const run of runs) {
      if (run.delivery === null) continue;
      const consumption = this.#of(run.delivery.queue, run.delivery.messageId);
      if (!consumption.runs.includes(run)) consumption.runs.push(run);
      touched.add(consumption);
    }
    for (const consumption of touched) this.#file(consumption);
    return [...touched];
  }

  #touchedBy(step: Step): readonly Consumption[] {
    switch (step.kind) {
      case 'message.routed':
        return step.queues
          .filter((queue) => this.#consumed.has(queue))
          .map((queue) => this.#of(queue, step.message.id));
      case 'message.acked':
        return this.#note(step.queue, step.messageId, { acked: true });
      case 'message.deadLettered':
        return this.#note(step.queue, step.messageId, { givenUp: true });
      case 'message.dropped':
        return step.queue === null ? [] : this.#note(step.queue, step.messageId, { givenUp: true });
      default:
        return [];
    }
  }

  #note(queue: string, messageId: string, what: Partial<Consumption>): readonly Consumption[] {
    return this.#consumed.has(queue) ? [Object.assign(this.#of(queue, messageId), what)] : [];
  }

  #of(queue: string, messageId: string): Consumption {
    const key = `${queue} ${messageId}`;
    const known = this.#all.get(key);
    if (known !== undefined) return known;
    const made: Consumption = { queue, messageId, runs: [], acked: false, givenUp: false };
    this.#all.set(key, made);
    return made;
  }

  #file(consumption: Consumption): void {
    const key = `${consumption.queue} ${consumption.messageId}`;
    if (isFinished(consumption)) this.#unfinished.delete(key);
    else if (!this.#unfinished.has(key)) this.#unfinished.set(key, consumption);
  }
}

function isFinished({ runs, givenUp }: Consumption): boolean {
  return givenUp || runs.some((run) => hasEffect(run) || run.ended === 'ok' || run.ended === 'duplicate');
}

/** Nothing is at work on it. At rest a run that nothing has ended has simply come to its end. */
export function isLost({ runs }: Consumption, atRest: boolean): boolean {
  if (runs.some((run) => run.ended === null)) return false;
  return atRest || runs.length > 0;
}
