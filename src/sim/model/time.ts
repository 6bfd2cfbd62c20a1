import type { Brand } from './brand.ts';
import { invariant } from './invariant.ts';

/** A point in virtual time, in whole milliseconds since the run began. Never wall-clock time. */
export type Instant = Brand<number, 'Instant'>;

/** A length of virtual time, in whole milliseconds. */
export type Duration = Brand<number, 'Duration'>;

export const START = 0 as Instant;

export function instant(ms: number): Instant {
  invariant(Number.isInteger(ms) && ms >= 0, `an instant is a whole number of milliseconds, got ${String(ms)}`);
  return ms as Instant;
}

export function duration(ms: number): Duration {
  invariant(Number.isInteger(ms) && ms >= 0, `a duration is a whole number of milliseconds, got ${String(ms)}`);
  return ms as Duration;
}

export function later(at: Instant, by: Duration): Instant {
  return (at + by) as Instant;
}
