import type { Message } from '../model/message.ts';
import type { Headers } from './broker-event.ts';
import type { Death } from './death.ts';

/** One copy of a message in one queue. Never changed: what happens to it makes another one. */
export interface Entry {
  /** Grows with every copy that enters the queue, so that a requeued one finds its place again. */
  readonly position: number;
  readonly message: Message;
  readonly exchange: string;
  readonly routingKey: string;
  /** The publisher's own headers. */
  readonly headers: Headers;
  /** Newest first. */
  readonly deaths: readonly Death[];
  /** The first death of all, which stays first for ever. */
  readonly firstDeath: Death | null;
  readonly redelivered: boolean;
  /** Deliveries that failed in a way that counts; carried along when the message is dead-lettered. */
  readonly deliveryCount: number;
  /** Deliveries that came back in any way; starts at the carried delivery count. */
  readonly acquiredCount: number;
  /** Deliveries this queue made. */
  readonly attempts: number;
  /** Time to live the publisher asked for, in virtual ms; taken off when the message is dead-lettered. */
  readonly ttlMs: number | null;
  /** Virtual ms. */
  readonly expiresAt: number | null;
}

/** What enters a queue, before the queue gives it a place. */
export type Arrival = Pick<
  Entry,
  'message' | 'exchange' | 'routingKey' | 'headers' | 'deaths' | 'firstDeath' | 'deliveryCount' | 'ttlMs'
>;
