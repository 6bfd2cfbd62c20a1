import type { ActorId, StepNumber } from '../model/ids.ts';
import type { Instant } from '../model/time.ts';
import type { Happening } from './happening.ts';

/** The line of a handler that made a step: its path in the handler's steps, `2.0`, or `2.commit` for the end of a transaction. */
export interface HandlerLine {
  readonly handler: string;
  readonly path: string;
}

/** What a selector may name besides the point: never a time or a position in a queue (amendment A2). */
export interface Subject {
  readonly handler?: string;
  readonly message?: string;
  readonly messageId?: string;
  readonly subject?: string;
  readonly command?: string;
  readonly callee?: string;
}

/** One line of history: what happened, when, where, and which earlier step made it happen. */
export type Step = Happening & {
  readonly number: StepNumber;
  readonly at: Instant;
  readonly cause: StepNumber | null;
  /** Whose lane the step stands in. */
  readonly actor: ActorId;
  /** 1 unless the service has several instances. */
  readonly instance: number;
  /** The service's relay has no lane of its own but is a process of its own. */
  readonly part: 'process' | 'relay';
  /** The named fault point this step is, if any: a fault can strike right after it. */
  readonly point: string | null;
  /** Every fault point passed with this step: `point`, its other names, and the places reached before the next step. */
  readonly points: readonly string[];
  readonly line: HandlerLine | null;
  readonly about: Subject;
};
