import type { EngineKind } from '../kernel/engine-port.ts';
import type { ActorId, DatabaseId, StepNumber } from '../model/ids.ts';
import type { Json } from '../model/json.ts';
import type { TableContents } from '../model/rows.ts';
import type { Instant } from '../model/time.ts';
import type { Step } from './step.ts';

export interface OpeningDatabase {
  readonly id: DatabaseId;
  readonly owner: ActorId;
  readonly engine: EngineKind;
  /** `PostgreSQL 18.6`, as the engine says. */
  readonly product: string;
  readonly standsFor: string | null;
  readonly tables: readonly TableContents[];
}

export interface OpeningService {
  readonly id: ActorId;
  readonly title: string;
  readonly role: string;
  readonly instances: number;
  readonly version: string;
  readonly database: DatabaseId | null;
}

export interface OpeningQueue {
  readonly name: string;
  /** The service that consumes it; null for a dead-letter queue. */
  readonly service: ActorId | null;
  readonly bindings: readonly { readonly exchange: string; readonly routingKey: string; readonly type: string }[];
  readonly prefetch: number;
  readonly deliveryLimit: number | null;
  /** Name of the queue its dead letters go to. */
  readonly deadLetterTo: string | null;
}

/** The world before the first step: what the screen shows at cursor 0. */
export interface Opening {
  readonly clients: readonly { readonly id: ActorId; readonly title: string }[];
  readonly services: readonly OpeningService[];
  readonly databases: readonly OpeningDatabase[];
  readonly exchanges: readonly { readonly name: string; readonly type: 'direct' | 'fanout' | 'topic' }[];
  readonly queues: readonly OpeningQueue[];
}

/**
 * What is known about a promise from a step on.
 *
 * `held`: judged and kept so far. `broken`: judged at this step and not kept. `undecided`: judged later (at rest, or until
 * its time is up). `would-break`: an at-rest promise that does not hold yet but may still; never shown as broken (T16).
 */
export interface Verdict {
  readonly promise: string;
  /** 0 is the opening. */
  readonly step: StepNumber;
  readonly answer: 'held' | 'broken' | 'undecided' | 'would-break';
  /** Rows or ids that show it, as plain data. */
  readonly evidence: Json;
  /** For `within`: until when, in virtual ms. */
  readonly until: Instant | null;
}

export interface RunEnd {
  readonly kind: 'quiescent' | 'step-limit' | 'time-limit' | 'until' | 'cancelled';
  readonly at: Instant;
  /** Plan entries in their one-line form, with whether they struck. */
  readonly struck: readonly { readonly entry: string; readonly struck: boolean; readonly step: StepNumber | null }[];
}

export interface Trace {
  readonly opening: Opening;
  readonly steps: readonly Step[];
  /** In order of step; a promise appears again only when its answer or its evidence changes. */
  readonly verdicts: readonly Verdict[];
  readonly end: RunEnd | null;
}
