import { invariant, unreachable } from '../model/invariant.ts';
import { stepNumber } from '../model/ids.ts';
import type { StepNumber } from '../model/ids.ts';
import { type Instant, instant, START } from '../model/time.ts';
import type { Step } from '../trace/step.ts';
import { Agenda } from './agenda.ts';
import { Connections } from './connections.ts';
import { type EngineEffect, isEngineEffect } from './engine-effect.ts';
import type { Effect, Home, Note, Signal, Work } from './effect.ts';
import { livesAt, type Process } from './process.ts';
import { Random } from './random.ts';
import { Signals } from './signals.ts';
import { stepOf } from './step-of.ts';
import { type Strike, type Watch, Watches } from './watch.ts';

export type Stop = 'quiescent' | 'step-limit' | 'time-limit' | 'until' | 'cancelled';

export interface KernelParts {
  readonly seed: number;
  readonly maxSteps: number;
  readonly maxVirtualMs: number;
  /** When the run is cut, or null to run until nothing is pending. */
  readonly untilMs: number | null;
  readonly watches: readonly Watch[];
  readonly onStep: (step: Step) => void;
  /** Called between turns; true ends the run. Real time may pass in it. */
  readonly onTurn: () => Promise<boolean> | boolean;
}

interface Appointment {
  /** Whether somebody still keeps it: a timer of a dead process, or of a wait that is over, is gone (R-KRN-6). */
  readonly stands: () => boolean;
  readonly keep: () => Promise<void> | void;
}

const OPERATOR: Home = { actor: 'operator', instance: 1, part: 'process' };
const PARKED = Symbol('parked');

/**
 * Runs processes in virtual time until nothing is pending or a limit is met.
 *
 * It knows steps, time, signals, databases and homes, and no pattern (R-KRN). One appointment is one turn: a process runs
 * until it waits, so a local transaction is never interleaved with anything else (E3).
 */
export class Kernel {
  readonly #parts: KernelParts;
  readonly #random: Random;
  readonly #agenda = new Agenda<Appointment>();
  readonly #connections = new Connections();
  readonly #signals = new Signals();
  readonly #watches: Watches;
  readonly #processes = new Set<Process>();
  readonly #struck = new Map<string, StepNumber>();
  readonly #strikes: Strike[] = [];
  #isStriking = false;
  #isHeld = false;
  #count = 0;
  /** Steps before this turn: they have left the kernel, and nothing is added to them. */
  #toldBefore = 0;
  #now: Instant = START;

  constructor(parts: KernelParts) {
    this.#parts = parts;
    this.#random = new Random(parts.seed);
    this.#watches = new Watches(parts.watches);
  }

  get now(): Instant {
    return this.#now;
  }

  /** The number the next step will have. */
  get nextStep(): StepNumber {
    return stepNumber(this.#count + 1);
  }

  /** Entries of the plan that struck, with the step they struck at. */
  get struck(): ReadonlyMap<string, StepNumber> {
    return this.#struck;
  }

  /** Books a process. `priority` orders what is due at the same instant, lower first. */
  launch(home: Home, work: () => Work<void>, at: number, cause: StepNumber | null = null, priority = 0): void {
    this.#book(at, priority, this.#enter(home, work, cause));
  }

  markStruck(entry: string, step: StepNumber): void {
    if (!this.#struck.has(entry)) this.#struck.set(entry, step);
  }

  async run(): Promise<Stop> {
    for (;;) {
      const due = this.#nextAt();
      if (due === null) return 'quiescent';
      if (this.#parts.untilMs !== null && due > this.#parts.untilMs) return 'until';
      if (due > this.#parts.maxVirtualMs) return 'time-limit';
      if (this.#count >= this.#parts.maxSteps) return 'step-limit';
      const appointment = this.#agenda.takeNext();
      invariant(appointment !== null && appointment.at >= this.#now, 'time never runs backwards');
      this.#now = appointment.at;
      this.#toldBefore = this.#count;
      await appointment.item.keep();
      const ends = this.#parts.onTurn();
      if (ends === true || (ends !== false && (await ends))) return 'cancelled';
    }
  }

  /** Records a step of no process: the run itself speaks. */
  note(home: Home, note: Note): Step {
    return this.#makeStep(home, note, note.cause ?? null);
  }

  /** When the next appointment that still stands is due. */
  #nextAt(): Instant | null {
    while (this.#agenda.next?.item.stands() === false) this.#agenda.takeNext();
    return this.#agenda.nextAt;
  }

  #book(at: number, priority: number, process: Process): void {
    const keep = (): Promise<void> => this.#drive(process, undefined);
    this.#agenda.book(instant(at), priority, { stands: () => process.alive, keep });
  }

  /** A process dies with its home from when it is booked on, not only from its first turn. */
  #enter(home: Home, work: () => Work<void>, cause: StepNumber | null): Process {
    const process: Process = { home, work: work(), alive: true, last: null, cause, open: null };
    this.#processes.add(process);
    return process;
  }

  /** Runs a process until it waits, ends or is killed. */
  async #drive(process: Process, answer: unknown): Promise<void> {
    let given = answer;
    while (process.alive) {
      const next = process.work.next(given);
      if (next.done === true) {
        process.alive = false;
        this.#processes.delete(process);
        return;
      }
      const outcome = isEngineEffect(next.value)
        ? await this.#callEngine(next.value, process)
        : this.#perform(next.value, process);
      if (this.#strikes.length > 0 && !this.#isHeld) await this.#strike();
      if (outcome === PARKED) return;
      given = outcome;
    }
  }

  /** The one place where a decision becomes a deed. */
  #perform(effect: Exclude<Effect, EngineEffect>, process: Process): unknown {
    switch (effect.kind) {
      case 'record':
        return this.#record(process, effect.note);
      case 'pass':
        return this.#pass(process, effect.point);
      case 'hold':
      case 'release':
        this.#isHeld = effect.kind === 'hold';
        return undefined;
      case 'wait':
        invariant(!this.#isHeld, 'one deed takes no time');
        this.#book(this.#now + effect.ms, 0, process);
        return PARKED;
      case 'await':
        return this.#await(process, effect.signal, effect.timeoutMs);
      case 'signal':
        return this.#send(effect.signal, { value: effect.value, cause: process.cause }, effect.afterMs);
      case 'start':
        return this.launch(effect.home, effect.work, this.#now + effect.afterMs, effect.cause ?? process.cause);
      case 'draw':
        return this.#random.draw(effect.stream);
      case 'now':
        return this.#now;
      default:
        return unreachable(effect);
    }
  }

  #record(process: Process, note: Note): Step {
    const step = this.#makeStep(process.home, note, note.cause ?? process.cause);
    process.last = step;
    process.cause = step.number;
    return step;
  }

  #makeStep(home: Home, note: Note, cause: StepNumber | null): Step {
    const step = stepOf(home, note, stepNumber(++this.#count), this.#now, cause);
    this.#parts.onStep(step);
    if (this.#watches.any) for (const point of step.points) this.#strikes.push(...this.#watches.strikes(step, point));
    return step;
  }

  #pass(process: Process, point: string): void {
    const step = process.last;
    if (step === null) return;
    const passed = step.number > this.#toldBefore ? step : { ...step, points: [...step.points] };
    (passed.points as string[]).push(point);
    if (this.#watches.any) this.#strikes.push(...this.#watches.strikes(passed, point));
  }

  #await(process: Process, signal: string, timeoutMs: number | null): typeof PARKED {
    const ticket = this.#signals.wait(signal, process);
    if (timeoutMs !== null)
      this.#agenda.book(instant(this.#now + timeoutMs), 1, {
        stands: () => this.#signals.stands(signal, ticket),
        keep: () => {
          const waiting = this.#signals.take(signal, ticket);
          return waiting === null ? undefined : this.#drive(waiting, null);
        },
      });
    return PARKED;
  }

  #send(signal: string, sent: Signal, afterMs: number): void {
    const keep = (): Promise<void> | undefined => {
      const waiting = this.#signals.take(signal);
      if (waiting === null) return undefined;
      waiting.cause = sent.cause ?? waiting.cause;
      return this.#drive(waiting, sent);
    };
    this.#agenda.book(instant(this.#now + afterMs), 0, { stands: () => true, keep });
  }

  async #callEngine(effect: EngineEffect, process: Process): Promise<unknown> {
    if (effect.kind !== 'kill') return this.#connections.call(effect, process, this.#now);
    const ended = [...this.#processes].filter((other) => livesAt(other, effect.actor, effect.instance, effect.part));
    for (const other of ended) {
      other.alive = false;
      this.#processes.delete(other);
      const aborted = await this.#connections.abandon(other);
      if (aborted !== null) this.#record(other, { happening: aborted, points: ['tx.aborted'] });
    }
    return ended.length;
  }

  /** Strikes at once, before the process that reached the point goes on (R-KRN-6); one strike after the other. */
  async #strike(): Promise<void> {
    if (this.#isStriking) return;
    this.#isStriking = true;
    for (let strike = this.#strikes.shift(); strike !== undefined; strike = this.#strikes.shift()) {
      const { watch, step } = strike;
      const struck = (): void => this.markStruck(watch.entry, step.number);
      const process = this.#enter(OPERATOR, () => watch.work(struck), step.number);
      await this.#drive(process, undefined);
    }
    this.#isStriking = false;
  }
}
