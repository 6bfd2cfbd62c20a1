import type { Message } from '../model/message.ts';
import type { Headers } from './broker-event.ts';
import type { Arrival } from './entry.ts';

export interface PublishOptions {
  /** Hand the message back when no queue takes it (R-Q-2). */
  readonly mandatory?: boolean;
  /** The publisher's own headers. */
  readonly headers?: Headers;
  /** Time to live, in virtual ms. */
  readonly ttlMs?: number;
}

/** A message just published: it has failed nowhere and died nowhere, whatever its headers claim. */
export function arrivalOf(message: Message, exchange: string, routingKey: string, options: PublishOptions): Arrival {
  const { headers = {}, ttlMs = null } = options;
  return { message, exchange, routingKey, headers, deaths: [], firstDeath: null, deliveryCount: 0, ttlMs };
}
