import type { DeathReason, Headers } from './broker-event.ts';
import type { Arrival, Entry } from './entry.ts';

/** One line of `x-death`: how often a message died in one queue for one reason. */
export interface Death {
  readonly queue: string;
  readonly reason: DeathReason;
  readonly count: number;
  readonly exchange: string;
  readonly routingKey: string;
  /** Virtual seconds of the last time. */
  readonly timeS: number;
  readonly originalTtlMs: number | null;
}

/** The entry as it leaves a queue that gave it up: one death more, newest first, its own time to live taken off. */
export function afterDeath(entry: Entry, queue: string, reason: DeathReason, nowMs: number): Arrival {
  const known = entry.deaths.find((death) => death.queue === queue && death.reason === reason);
  const timeS = Math.floor(nowMs / 1000);
  const newest: Death = known
    ? { ...known, count: known.count + 1, timeS }
    : {
        queue,
        reason,
        count: 1,
        exchange: entry.exchange,
        routingKey: entry.routingKey,
        timeS,
        originalTtlMs: entry.ttlMs,
      };
  return {
    message: entry.message,
    exchange: entry.exchange,
    routingKey: entry.routingKey,
    headers: entry.headers,
    deaths: [newest, ...entry.deaths.filter((death) => death !== known)],
    firstDeath: entry.firstDeath ?? newest,
    deliveryCount: entry.deliveryCount,
    ttlMs: null,
  };
}

/** A dead letter that would come back to a queue it died in, with no rejection on the way, is dropped (R-Q-11). */
export function wouldCycle(deaths: readonly Death[], queue: string): boolean {
  const last = deaths.findIndex((death) => death.queue === queue);
  return last >= 0 && deaths.slice(0, last + 1).every((death) => death.reason !== 'rejected');
}

/** Headers as a consumer gets them: the publisher's own, and the broker's `x-death` family over them. */
export function deliveredHeaders(entry: Pick<Entry, 'headers' | 'deaths' | 'firstDeath'>): Headers {
  const last = entry.deaths[0];
  const first = entry.firstDeath;
  if (!last || !first) return entry.headers;
  return {
    ...entry.headers,
    'x-death': entry.deaths.map(deathHeader),
    'x-first-death-exchange': first.exchange,
    'x-first-death-queue': first.queue,
    'x-first-death-reason': first.reason,
    'x-last-death-exchange': last.exchange,
    'x-last-death-queue': last.queue,
    'x-last-death-reason': last.reason,
  };
}

function deathHeader(death: Death): Headers {
  return {
    ...(death.originalTtlMs === null ? {} : { 'original-expiration': String(death.originalTtlMs) }),
    count: death.count,
    reason: death.reason,
    queue: death.queue,
    time: death.timeS,
    exchange: death.exchange,
    'routing-keys': [death.routingKey],
  };
}
