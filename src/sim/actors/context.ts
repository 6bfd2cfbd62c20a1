import type { StepNumber } from '../model/ids.ts';
import type { Json } from '../model/json.ts';
import type { Message } from '../model/message.ts';
import type { ExpressionHost, Scope } from '../scenario/expression.ts';
import type { Service } from '../scenario/scenario.ts';
import type { Subject } from '../trace/step.ts';
import type { ServiceState, World } from './world.ts';

/** What started a handler. */
export type Trigger =
  | { readonly kind: 'request'; readonly call: string; readonly correlationid: string }
  | { readonly kind: 'message'; readonly consumer: string; readonly message: Message };

/** A running handler: who runs it, what it can see, and what it has named so far. */
export interface Context {
  readonly world: World;
  readonly state: ServiceState;
  /** The version of the service that was in force when the handler began. */
  readonly service: Service;
  readonly instance: number;
  readonly handler: string;
  readonly trigger: Trigger;
  readonly about: Subject;
  readonly host: ExpressionHost;
  readonly names: Map<string, Json>;
  /** The open local transaction, if any. */
  tx: OpenTransaction | null;
  /** Documents written one by one in the running `transaction` step, where each commits alone; null outside one. */
  writtenAlone: number | null;
  /** Whether the inbox marker still has to join the first transaction (R-INB-2). */
  markerPending: boolean;
}

export interface OpenTransaction {
  readonly id: string;
  /** Messages to publish once it has committed: direct publishing after commit. */
  readonly afterCommit: Message[];
  /** Messages recorded in the outbox, with the step that recorded them. */
  readonly recorded: Map<string, StepNumber>;
  readonly tables: Set<string>;
}

export function scopeOf(context: Context): Scope {
  return Object.fromEntries(context.names);
}

export const correlationOf = (context: Context): string =>
  context.trigger.kind === 'request' ? context.trigger.correlationid : context.trigger.message.correlationid;

/** The id of the direct cause: the request, or the message being handled (R-ENV-2). */
export const causationOf = (context: Context): string =>
  context.trigger.kind === 'request' ? context.trigger.call : context.trigger.message.id;
