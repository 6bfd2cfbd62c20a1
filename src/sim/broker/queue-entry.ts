import type { Message } from '../model/message.ts';
import type { Headers } from './broker-event.ts';
import { deliveredHeaders } from './death.ts';
import type { Entry } from './entry.ts';

/** One copy in a queue as an observer sees it. */
export interface QueueEntry {
  readonly message: Message;
  readonly state: 'ready' | 'unacked';
  /** Who holds it. */
  readonly consumerId: string | null;
  readonly redelivered: boolean;
  readonly deliveryCount: number;
  /** Deliveries this queue made of it. */
  readonly attempts: number;
  readonly headers: Headers;
}

export function entryView(entry: Entry, consumerId: string | null): QueueEntry {
  return {
    message: entry.message,
    state: consumerId === null ? 'ready' : 'unacked',
    consumerId,
    redelivered: entry.redelivered,
    deliveryCount: entry.deliveryCount,
    attempts: entry.attempts,
    headers: deliveredHeaders(entry),
  };
}
