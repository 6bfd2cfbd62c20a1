import type { DatabaseSpec } from '../kernel/engine-port.ts';
import type { Json, JsonMap } from '../model/json.ts';
import type { Row } from '../model/rows.ts';
import type { HandlerStep } from './handler-step.ts';
import type { PlanEntry } from './plan.ts';

/** Text beginning with `=`: an expression. Anything else is itself. Lists and maps may hold such text at any depth. */
export type Value = Json;

export interface ChoiceOption {
  readonly id: string;
  readonly title: string;
  readonly cost: number | null;
}

export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly options: readonly ChoiceOption[];
  readonly default: string;
  /** Offered only while every named choice has the named option. */
  readonly needs: Readonly<Record<string, string>>;
  readonly secret: boolean;
}

export type FieldType = 'text' | 'int' | 'bool' | 'list' | 'map' | 'any';

export interface MessageType {
  readonly type: string;
  readonly kind: 'event' | 'command';
  /** Exchange in queue mode, topic in log mode. */
  readonly on: string;
  readonly routingKey: string;
  readonly subject: Value;
  readonly to: string | null;
  readonly data: Readonly<Record<string, { readonly type: FieldType; readonly optional: boolean }>>;
  readonly versions: Readonly<
    Record<string, Readonly<Record<string, { readonly type: FieldType; readonly optional: boolean }>>>
  >;
}

export interface Messaging {
  readonly publish: 'outbox' | 'direct-after-commit' | 'direct-before-commit';
  readonly relay: 'polling-unpublished' | 'polling-cursor' | 'log-tailing';
  readonly pollMs: number;
  readonly ack: 'after-commit' | 'before-processing' | 'auto';
  readonly inbox: 'atomic' | 'check-then-act' | 'marker-first' | 'marker-last' | 'off';
  readonly confirm: boolean;
}

export interface ApiRoute {
  /** `POST /orders/:id` or `rpc GetAvailability`. */
  readonly operation: string;
  readonly handler: string;
  readonly idempotency: 'off' | 'optional' | 'required';
}

export interface Consumption {
  readonly name: string;
  /** `inventory.order-events`: the queue or consumer group. */
  readonly queue: string;
  readonly handlers: Readonly<Record<string, string>>;
  readonly prefetch: number;
  readonly deliveryLimit: number | null;
  readonly deadLetter: boolean;
  readonly redeliverMs: number;
}

export interface CallPolicy {
  readonly deadlineMs: number;
  readonly attempts: number;
}

export interface Handler {
  readonly name: string;
  readonly steps: readonly HandlerStep[];
}

export interface Service {
  readonly id: string;
  readonly title: string;
  readonly role: 'service' | 'composer' | 'view' | 'aggregator';
  readonly instances: number;
  readonly version: string;
  readonly says: string | null;
  /** Its own database, or null when it has none. Shared databases come with their issue. */
  readonly database: DatabaseSpec | null;
  readonly messaging: Messaging;
  readonly api: readonly ApiRoute[];
  readonly consumes: readonly Consumption[];
  readonly calls: Readonly<Record<string, CallPolicy>>;
  readonly handlers: Readonly<Record<string, Handler>>;
  /**
   * Other versions, complete, by id; put in service by `operate: deploy`. The service itself is the version it starts as; when
   * that is not `v1`, the service as written, `v1` is here.
   */
  readonly versions: Readonly<Record<string, Service>>;
}

export interface Command {
  readonly name: string;
  /** `Alice`: the client's name; lanes are per client. */
  readonly client: string;
  readonly service: string;
  readonly operation: string;
  readonly body: JsonMap;
  readonly key: string | null;
}

export interface Ask {
  readonly name: string;
  readonly from:
    | { readonly kind: 'address'; readonly address: string }
    | {
        readonly kind: 'documents';
        readonly service: string;
        readonly collection: string;
        readonly filter: JsonMap;
        readonly sort: JsonMap | null;
      }
    | { readonly kind: 'sql'; readonly service: string; readonly sql: string };
}

export interface PromiseSpec {
  readonly id: string;
  readonly says: string;
  readonly when: { readonly kind: 'always' | 'at-rest' | 'trace' } | { readonly kind: 'within'; readonly ms: number };
  readonly ask: readonly Ask[];
  /** Null for a built-in promise, which is known by its id. */
  readonly holds: string | null;
}

export type Expectation = Readonly<Record<string, readonly Row[]>>;

/**
 * A scenario with one option of every choice in force and, when a case is named, the case laid over it.
 * It holds no `choose` any more: what differs between two designs is what differs between two of these.
 */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly objective: string;
  readonly bloom: string;
  readonly minutes: number;
  readonly requires: readonly string[];
  readonly choices: readonly Choice[];
  readonly chosen: Readonly<Record<string, string>>;
  readonly caseId: string | null;
  readonly broker: { readonly mode: 'queue' | 'log' };
  readonly messages: Readonly<Record<string, MessageType>>;
  readonly services: Readonly<Record<string, Service>>;
  readonly commands: Readonly<Record<string, Command>>;
  readonly plan: readonly PlanEntry[];
  readonly promises: readonly PromiseSpec[];
  readonly untilMs: number | null;
  readonly expect: Expectation | null;
  readonly breaks: readonly string[];
  /** Cases by id with what they say; opened by `resolve` with their id. */
  readonly cases: Readonly<Record<string, { readonly says: string | null }>>;
}
