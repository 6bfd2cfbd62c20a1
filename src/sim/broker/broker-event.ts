import type { Json } from '../model/json.ts';
import type { Message } from '../model/message.ts';

export type DeathReason = 'rejected' | 'expired' | 'maxlen' | 'delivery_limit';

export type Headers = Readonly<Record<string, Json>>;

/** Why a message that left its queue reached no other one. */
export type DropCause = 'no-dead-letter-exchange' | 'dead-letter-exchange-missing' | 'dead-letter-unroutable' | 'cycle';

/** What the broker did, in the order it happened. */
export type BrokerEvent =
  | {
      readonly kind: 'routed';
      readonly message: Message;
      readonly exchange: string;
      readonly routingKey: string;
      /** The queues that took a copy; empty when no binding matched. */
      readonly queues: readonly string[];
    }
  | {
      readonly kind: 'returned';
      readonly message: Message;
      readonly exchange: string;
      readonly routingKey: string;
      readonly replyCode: 312;
    }
  | { readonly kind: 'confirmed'; readonly message: Message }
  /** A negative confirm: a full queue with `reject-publish` refused its copy; the others keep theirs. */
  | { readonly kind: 'refused'; readonly message: Message; readonly queues: readonly string[] }
  | {
      readonly kind: 'delivered';
      readonly queue: string;
      readonly consumerId: string;
      readonly tag: number;
      readonly message: Message;
      readonly redelivered: boolean;
      /** Failed deliveries so far as the consumer sees them: 0 on classic queues, which do not tell. */
      readonly deliveryCount: number;
      /** Earlier deliveries of any end, on quorum queues; 0 on classic ones. */
      readonly acquiredCount: number;
      readonly routingKey: string;
      readonly headers: Headers;
      readonly autoAck: boolean;
    }
  | {
      readonly kind: 'acked';
      readonly queue: string;
      readonly consumerId: string;
      readonly tag: number;
      readonly message: Message;
      /** Acked by the broker itself at the moment it sent the message (R-Q-5). */
      readonly auto: boolean;
    }
  | {
      readonly kind: 'requeued';
      readonly queue: string;
      readonly messages: readonly Message[];
      readonly reason: 'rejected' | 'connection-lost';
    }
  | {
      readonly kind: 'deadLettered';
      readonly queue: string;
      readonly message: Message;
      readonly reason: DeathReason;
      /** Deliveries this queue made of it. */
      readonly attempts: number;
      readonly exchange: string;
      readonly routingKey: string;
      /** Never empty: a dead letter that no queue takes is `dropped`. */
      readonly to: readonly string[];
      readonly headers: Headers;
    }
  | {
      readonly kind: 'dropped';
      /** Null for a message that no binding matched. */
      readonly queue: string | null;
      readonly message: Message;
      readonly reason: DeathReason | 'unroutable';
      readonly because: DropCause | null;
      readonly attempts: number;
    }
  | {
      readonly kind: 'channelError';
      /** Null when it is the publisher's channel. */
      readonly consumerId: string | null;
      readonly code: 404 | 406;
      readonly text: string;
    };
