import type { Refusal } from '../kernel/engine-port.ts';
import type { ActorId, DatabaseId } from '../model/ids.ts';
import type { Json } from '../model/json.ts';
import type { Message } from '../model/message.ts';
import type { RowChange, TableShape } from '../model/rows.ts';

/** A statement as the reader sees it: the text with its holes named, and what was bound. */
export interface StatementText {
  readonly text: string;
  readonly values: readonly { readonly name: string; readonly value: Json }[];
}

/** Requests and replies between a client and a service, or between two services (R-RPC). `call` pairs them. */
export type CallHappening =
  | {
      readonly kind: 'request.sent';
      readonly call: string;
      readonly from: ActorId;
      readonly to: ActorId;
      readonly operation: string;
      readonly body: Json;
      /** The command of the scenario, when a client sent it. */
      readonly command: string | null;
    }
  | { readonly kind: 'request.received'; readonly call: string; readonly from: ActorId; readonly operation: string }
  | {
      readonly kind: 'reply.sent';
      readonly call: string;
      readonly to: ActorId;
      readonly status: number;
      readonly body: Json;
    }
  | {
      readonly kind: 'reply.received';
      readonly call: string;
      readonly from: ActorId;
      readonly status: number;
      readonly body: Json;
    }
  | { readonly kind: 'call.timedOut'; readonly call: string; readonly to: ActorId; readonly afterMs: number }
  | {
      readonly kind: 'call.broken';
      readonly call: string;
      readonly to: ActorId;
      /** `failed`: certainly not applied. `unknown`: may have been applied. */
      readonly outcome: 'failed' | 'unknown';
      readonly reason: string;
    };

/** What a database did, at the statement that did it. `tx` is null for a statement that commits alone. */
export type DatabaseHappening =
  | {
      readonly kind: 'rows.read';
      readonly database: DatabaseId;
      readonly statement: StatementText;
      readonly tables: readonly string[];
      readonly count: number;
    }
  | { readonly kind: 'transaction.begun'; readonly database: DatabaseId; readonly tx: string }
  | {
      readonly kind: 'rows.changed';
      readonly database: DatabaseId;
      readonly tx: string | null;
      readonly statement: StatementText;
      readonly count: number;
      readonly changes: readonly RowChange[];
    }
  | {
      readonly kind: 'statement.refused';
      readonly database: DatabaseId;
      readonly tx: string | null;
      readonly statement: StatementText;
      readonly refusal: Refusal;
    }
  | {
      readonly kind: 'access.denied';
      readonly database: DatabaseId;
      readonly caller: ActorId;
      readonly statement: StatementText;
      readonly refusal: Refusal;
      /** Who refused: the engine itself (42501) or the port, where caller and owner share no engine. */
      readonly by: 'engine' | 'port';
    }
  | {
      readonly kind: 'transaction.committed';
      readonly database: DatabaseId;
      readonly tx: string;
      readonly tables: readonly string[];
    }
  | {
      readonly kind: 'transaction.aborted';
      readonly database: DatabaseId;
      readonly tx: string;
      readonly reason: string;
    }
  | {
      readonly kind: 'migration.applied';
      readonly database: DatabaseId;
      readonly name: string;
      /** All tables as they are after it. */
      readonly tables: readonly TableShape[];
      readonly changes: readonly RowChange[];
    }
  | { readonly kind: 'database.crashed'; readonly database: DatabaseId; readonly changes: readonly RowChange[] }
  | { readonly kind: 'database.restarted'; readonly database: DatabaseId };

/** A message on its way: recorded, published, routed, delivered, settled (R-OUT, R-INB, R-Q). */
export type MessageHappening =
  | {
      readonly kind: 'message.recorded';
      readonly database: DatabaseId;
      readonly tx: string;
      readonly message: Message;
      readonly changes: readonly RowChange[];
    }
  | { readonly kind: 'outbox.selected'; readonly database: DatabaseId; readonly messages: readonly string[] }
  | {
      readonly kind: 'outbox.marked';
      readonly database: DatabaseId;
      readonly messageId: string;
      readonly changes: readonly RowChange[];
    }
  | {
      readonly kind: 'message.published';
      readonly message: Message;
      readonly exchange: string;
      readonly routingKey: string;
      readonly by: 'handler' | 'relay';
    }
  | {
      readonly kind: 'message.routed';
      readonly message: Message;
      readonly exchange: string;
      readonly routingKey: string;
      /** Empty when no binding matched: dropped, and confirmed all the same (R-Q-2). */
      readonly queues: readonly string[];
    }
  | {
      readonly kind: 'message.returned';
      readonly messageId: string;
      readonly exchange: string;
      readonly routingKey: string;
    }
  | { readonly kind: 'publish.confirmed'; readonly messageId: string }
  | {
      readonly kind: 'message.delivered';
      readonly queue: string;
      readonly to: ActorId;
      readonly tag: number;
      readonly message: Message;
      readonly redelivered: boolean;
      readonly deliveryCount: number;
    }
  | {
      readonly kind: 'message.received';
      readonly queue: string;
      readonly tag: number;
      readonly message: Message;
      readonly redelivered: boolean;
    }
  | {
      readonly kind: 'inbox.marked';
      readonly database: DatabaseId;
      readonly tx: string | null;
      readonly consumer: string;
      readonly messageId: string;
      readonly changes: readonly RowChange[];
    }
  | {
      readonly kind: 'message.discarded';
      readonly consumer: string;
      readonly messageId: string;
      readonly reason: 'duplicate' | 'not-wanted';
    }
  | { readonly kind: 'message.acked'; readonly queue: string; readonly tag: number; readonly messageId: string }
  | {
      readonly kind: 'message.rejected';
      readonly queue: string;
      readonly tag: number;
      readonly messageId: string;
      readonly requeue: boolean;
    }
  | {
      readonly kind: 'message.requeued';
      readonly queue: string;
      readonly messageIds: readonly string[];
      readonly reason: 'rejected' | 'connection-lost';
    }
  | {
      readonly kind: 'message.deadLettered';
      readonly queue: string;
      readonly to: string;
      readonly messageId: string;
      readonly reason: 'rejected' | 'expired' | 'maxlen' | 'delivery_limit';
      readonly attempts: number;
    }
  | {
      readonly kind: 'message.dropped';
      readonly queue: string | null;
      readonly messageId: string;
      readonly reason: 'unroutable' | 'rejected' | 'expired' | 'maxlen' | 'delivery_limit' | 'not-published';
    };

/** Processes, faults and operators. */
export type ProcessHappening =
  | {
      readonly kind: 'handler.started';
      readonly handler: string;
      readonly trigger: 'request' | 'message' | 'timer' | 'operator';
    }
  | {
      readonly kind: 'handler.ended';
      readonly handler: string;
      readonly outcome: 'ok' | 'refused' | 'failed';
      readonly reason: string | null;
    }
  | { readonly kind: 'fault.injected'; readonly fault: string; readonly on: string; readonly entry: string }
  | {
      readonly kind: 'service.crashed';
      readonly service: ActorId;
      readonly instance: number;
      readonly lost: readonly string[];
    }
  | { readonly kind: 'service.restarted'; readonly service: ActorId; readonly instance: number }
  | {
      readonly kind: 'service.deployed';
      readonly service: ActorId;
      readonly version: string;
      readonly says: string | null;
    }
  | {
      readonly kind: 'connection.lost';
      readonly service: ActorId;
      readonly instance: number;
      readonly queues: readonly string[];
    }
  | { readonly kind: 'time.waited'; readonly ms: number }
  | { readonly kind: 'run.rested' }
  | { readonly kind: 'run.limited'; readonly limit: 'steps' | 'virtual-time' | 'until' };

/** Everything that can happen. Plain JSON throughout: it crosses the worker boundary and lands in golden files. */
export type Happening = CallHappening | DatabaseHappening | MessageHappening | ProcessHappening;
export type HappeningKind = Happening['kind'];
