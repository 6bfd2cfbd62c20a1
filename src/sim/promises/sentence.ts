import type { Json } from '../model/json.ts';
import type { StepNumber } from '../model/ids.ts';
import { type Duration, type Instant, later } from '../model/time.ts';
import type { Verdict } from '../trace/trace.ts';
import type { News } from './facts/facts.ts';
import type { FaultClock } from './fault-clock.ts';
import type { Trial } from './trial.ts';

/** `at-once`: what is found counts. `at-rest` and a time limit: what is open counts only then. */
export type Mode =
  { readonly kind: 'at-once' } | { readonly kind: 'at-rest' } | { readonly kind: 'within'; readonly limit: Duration };

type Answer = Verdict['answer'];

/**
 * Turns what a trial finds into verdicts, each only when it differs from the last one. Broken stays broken. Before its time
 * a promise is never broken by what may still come right (T16).
 */
export class Sentence {
  readonly #promise: string;
  readonly #trial: Trial;
  readonly #mode: Mode;
  readonly #clock: FaultClock;
  #answer: Answer | null = null;
  #evidence = 'null';
  #until: Instant | null = null;
  /** A `within` promise whose time was up, until another fault starts its time anew. */
  #judgedUntil: Instant | null = null;

  constructor(promise: string, trial: Trial, mode: Mode, clock: FaultClock) {
    this.#promise = promise;
    this.#trial = trial;
    this.#mode = mode;
    this.#clock = clock;
  }

  get hasLimit(): boolean {
    return this.#mode.kind === 'within';
  }

  /** The verdict over the opening, or over what changed. */
  review(step: StepNumber): readonly Verdict[] {
    return this.#done ? [] : this.#pronounce(step, false);
  }

  observe(news: News): readonly Verdict[] {
    const changed = this.#trial.observe(news);
    const restarted = this.#mode.kind === 'within' && this.#deadline() !== this.#until;
    return (changed || restarted) && !this.#done ? this.#pronounce(news.step.number, false) : [];
  }

  /** Judges a promise with a time limit when the time has passed; asked before the facts of a later step are known. */
  pass(step: StepNumber, at: Instant): readonly Verdict[] {
    const until = this.#deadline();
    if (this.#mode.kind !== 'within' || until === null || at <= until || this.#done) return [];
    this.#judgedUntil = until;
    return this.#pronounce(step, true);
  }

  /** Nothing is pending any more: what is open stays open. */
  rest(step: StepNumber): readonly Verdict[] {
    this.#judgedUntil = this.#deadline();
    return this.#answer === 'broken' ? [] : this.#pronounce(step, true);
  }

  get #done(): boolean {
    if (this.#answer === 'broken') return true;
    return this.#mode.kind === 'within' && this.#judgedUntil !== null && this.#judgedUntil === this.#deadline();
  }

  #deadline(): Instant | null {
    return this.#mode.kind === 'within' ? later(this.#clock.endedAt, this.#mode.limit) : null;
  }

  #pronounce(step: StepNumber, isTime: boolean): readonly Verdict[] {
    const { broken, open, problem } = this.#trial.find(isTime);
    if (problem !== null) return this.#say(step, 'undecided', { problem });
    if (broken !== null) return this.#say(step, 'broken', broken);
    if (this.#mode.kind === 'at-once')
      return open === null ? this.#say(step, 'held', null) : this.#say(step, 'broken', open);
    if (isTime) return open === null ? this.#say(step, 'held', null) : this.#say(step, 'broken', open);
    return open === null ? this.#say(step, 'undecided', null) : this.#say(step, 'would-break', open);
  }

  #say(step: StepNumber, answer: Answer, evidence: Json): readonly Verdict[] {
    const until = this.#deadline();
    const printed = JSON.stringify(evidence);
    if (answer === this.#answer && printed === this.#evidence && until === this.#until) return [];
    this.#answer = answer;
    this.#evidence = printed;
    this.#until = until;
    return [{ promise: this.#promise, step, answer, evidence, until }];
  }
}
