import type { ActorId, StepNumber } from '../model/ids.ts';
import type { Result } from '../model/result.ts';
import type { RowChange } from '../model/rows.ts';
import type { Happening } from '../trace/happening.ts';
import type { HandlerLine, Step, Subject } from '../trace/step.ts';
import type { Database, Executed, Operation, Refusal } from './engine-port.ts';

/** Where a process lives. A crash ends every process of a home. */
export interface Home {
  readonly actor: ActorId;
  readonly instance: number;
  readonly part: 'process' | 'relay';
}

/** A program as a generator: it yields effects and is given what came of them. It decides; only the kernel performs. */
export type Work<Outcome> = Generator<Effect, Outcome, unknown>;

export interface Note {
  readonly happening: Happening;
  /** Fault points this step is, the first being its own name. */
  readonly points?: readonly string[];
  readonly about?: Subject;
  readonly line?: HandlerLine | null;
  /** Defaults to the process's last step. */
  readonly cause?: StepNumber | null;
  /** Defaults to the process's own lane. */
  readonly actor?: ActorId;
}

export interface Signal {
  readonly value: unknown;
  readonly cause: StepNumber | null;
}

/** What a process asks for, as data (R-KRN). No pattern is named here: a queue, a saga, a retry are made of these. */
export type Effect =
  | { readonly kind: 'record'; readonly note: Note }
  /** Passes a fault point that has no step of its own: it belongs to the process's last step. */
  | { readonly kind: 'pass'; readonly point: string }
  /** From `hold` to `release` nothing strikes: what stands between is one deed, which is done or is not. */
  | { readonly kind: 'hold' }
  | { readonly kind: 'release' }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'await'; readonly signal: string; readonly timeoutMs: number | null }
  | { readonly kind: 'signal'; readonly signal: string; readonly value: unknown; readonly afterMs: number }
  | {
      readonly kind: 'start';
      readonly home: Home;
      readonly work: () => Work<void>;
      readonly afterMs: number;
      readonly cause: StepNumber | null;
    }
  /** Ends every process of an actor: of all its instances and parts when they are null. */
  | {
      readonly kind: 'kill';
      readonly actor: ActorId;
      readonly instance: number | null;
      readonly part: 'process' | 'relay' | null;
    }
  | { readonly kind: 'query'; readonly database: Database; readonly operation: Operation; readonly as: ActorId }
  | { readonly kind: 'begin'; readonly database: Database; readonly as: ActorId; readonly tx: string | null }
  | { readonly kind: 'execute'; readonly database: Database; readonly operation: Operation }
  | { readonly kind: 'commit'; readonly database: Database }
  | { readonly kind: 'rollback'; readonly database: Database }
  | { readonly kind: 'migrate'; readonly database: Database; readonly name: string; readonly script: string }
  /** The database goes down, with the transaction open on it; until it recovers, nothing on it is answered. */
  | { readonly kind: 'crash'; readonly database: Database }
  | { readonly kind: 'recover'; readonly database: Database }
  /** Any other question to an engine that takes real time but no virtual time. */
  | { readonly kind: 'consult'; readonly ask: () => Promise<unknown> }
  | { readonly kind: 'draw'; readonly stream: string }
  | { readonly kind: 'now' };

export function* record(note: Note): Work<Step> {
  return (yield { kind: 'record', note }) as Step;
}

export function* pass(point: string): Work<void> {
  yield { kind: 'pass', point };
}

/** One deed: a fault that strikes at a step of it strikes when all of it is done. It must not wait. */
export function* asOneDeed<Outcome>(work: Work<Outcome>): Work<Outcome> {
  yield { kind: 'hold' };
  const outcome = yield* work;
  yield { kind: 'release' };
  return outcome;
}

export function* wait(ms: number): Work<void> {
  if (ms > 0) yield { kind: 'wait', ms };
}

/** Waits for a signal; null when `timeoutMs` passes first. */
export function* awaitSignal(signal: string, timeoutMs: number | null): Work<Signal | null> {
  return (yield { kind: 'await', signal, timeoutMs }) as Signal | null;
}

export function* signal(name: string, value: unknown, afterMs = 0): Work<void> {
  yield { kind: 'signal', signal: name, value, afterMs };
}

export function* start(home: Home, work: () => Work<void>, afterMs = 0, cause: StepNumber | null = null): Work<void> {
  yield { kind: 'start', home, work, afterMs, cause };
}

/** Answers how many processes ended. */
export function* kill(actor: ActorId, instance: number | null, part: Home['part'] | null): Work<number> {
  return (yield { kind: 'kill', actor, instance, part }) as number;
}

export function* query(database: Database, operation: Operation, as: ActorId): Work<Result<Executed, Refusal>> {
  return (yield { kind: 'query', database, operation, as }) as Result<Executed, Refusal>;
}

/** `tx` names the transaction in the trace; null for a statement that commits alone. */
export function* begin(database: Database, as: ActorId, tx: string | null): Work<void> {
  yield { kind: 'begin', database, as, tx };
}

export function* execute(database: Database, operation: Operation): Work<Result<Executed, Refusal>> {
  return (yield { kind: 'execute', database, operation }) as Result<Executed, Refusal>;
}

export function* commit(database: Database): Work<Result<null, Refusal>> {
  return (yield { kind: 'commit', database }) as Result<null, Refusal>;
}

export function* rollback(database: Database): Work<void> {
  yield { kind: 'rollback', database };
}

export function* migrate(
  database: Database,
  name: string,
  script: string,
): Work<Result<readonly RowChange[], Refusal>> {
  return (yield { kind: 'migrate', database, name, script }) as Result<readonly RowChange[], Refusal>;
}

export function* crash(database: Database): Work<void> {
  yield { kind: 'crash', database };
}

export function* recover(database: Database): Work<void> {
  yield { kind: 'recover', database };
}

export function* consult<Answer>(ask: () => Promise<Answer>): Work<Answer> {
  return (yield { kind: 'consult', ask }) as Answer;
}

/** A number from 0 up to but not including 1, from the run's seed. */
export function* draw(stream: string): Work<number> {
  return (yield { kind: 'draw', stream }) as number;
}

/** Virtual time, in ms. */
export function* now(): Work<number> {
  return (yield { kind: 'now' }) as number;
}
