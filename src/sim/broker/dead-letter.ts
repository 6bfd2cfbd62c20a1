import type { DeathReason, DropCause } from './broker-event.ts';
import { afterDeath, wouldCycle } from './death.ts';
import type { QueueDeclaration } from './declaration.ts';
import type { Arrival, Entry } from './entry.ts';
import type { Routing } from './routing.ts';

export type DeadLetter =
  | { readonly kind: 'moved'; readonly arrival: Arrival; readonly to: readonly string[] }
  | { readonly kind: 'dropped'; readonly because: DropCause };

/** Where a message goes that its queue gave up, with the headers that tell its story (R-Q-11). */
export function deadLetterOf(
  queue: QueueDeclaration,
  entry: Entry,
  reason: DeathReason,
  nowMs: number,
  routing: Routing,
): DeadLetter {
  const target = queue.deadLetter;
  if (!target) return { kind: 'dropped', because: 'no-dead-letter-exchange' };
  const exchange = target.queue === undefined ? (target.exchange ?? '') : '';
  const routingKey = target.queue ?? target.routingKey ?? entry.routingKey;
  const queues = routing.queuesFor(exchange, routingKey);
  if (queues === null) return { kind: 'dropped', because: 'dead-letter-exchange-missing' };
  if (queues.length === 0) return { kind: 'dropped', because: 'dead-letter-unroutable' };
  const dead = afterDeath(entry, queue.name, reason, nowMs);
  const to = queues.filter((name) => !wouldCycle(dead.deaths, name));
  if (to.length === 0) return { kind: 'dropped', because: 'cycle' };
  return { kind: 'moved', arrival: { ...dead, exchange, routingKey }, to };
}
