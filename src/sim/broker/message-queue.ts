import { invariant } from '../model/invariant.ts';
import { ConsumerTurn, type Subscription } from './consumer-turn.ts';
import type { QueueDeclaration } from './declaration.ts';
import type { Arrival, Entry } from './entry.ts';
import { ReadyLine } from './ready-line.ts';

/** A message on its way to a consumer, until it is settled. */
export interface Held {
  readonly entry: Entry;
  readonly subscription: Subscription;
}

export interface QueueCounters {
  readonly ready: number;
  readonly unacked: number;
  readonly total: number;
  /** Copies that ever entered: always acked + deadLettered + dropped + ready + unacked (INV-14). */
  readonly entered: number;
  readonly acked: number;
  readonly deadLettered: number;
  readonly dropped: number;
}

/** How a delivery came back: `reject` and a lost connection count towards the delivery limit, `nack` does not (4.3). */
export type ComeBack = 'nack' | 'reject' | 'connection-lost';

/** One queue: what is ready, what is with a consumer, and who is served next. It knows no other queue. */
export class MessageQueue {
  readonly declaration: QueueDeclaration;
  readonly #ready: ReadyLine;
  readonly #turn: ConsumerTurn;
  readonly #held = new Set<Held>();
  #positions = 0;
  #acked = 0;
  #deadLettered = 0;
  #dropped = 0;

  constructor(declaration: QueueDeclaration) {
    invariant(
      declaration.type === 'quorum' || declaration.deliveryLimit === null,
      `a classic queue has no delivery limit: ${declaration.name}`,
    );
    this.declaration = declaration;
    this.#ready = new ReadyLine(declaration.type);
    this.#turn = new ConsumerTurn(declaration.singleActiveConsumer === true);
  }

  get counters(): QueueCounters {
    const ready = this.#ready.length;
    const unacked = this.#held.size;
    const gone = { acked: this.#acked, deadLettered: this.#deadLettered, dropped: this.#dropped };
    return { ready, unacked, total: ready + unacked, entered: this.#positions, ...gone };
  }

  get readyEntries(): readonly Entry[] {
    return this.#ready.entries;
  }

  get heldEntries(): readonly Held[] {
    return [...this.#held];
  }

  /** What a consumer is told of earlier deliveries: a classic queue tells nothing. */
  countsFor(entry: Entry): { readonly deliveryCount: number; readonly acquiredCount: number } {
    if (this.declaration.type === 'classic') return { deliveryCount: 0, acquiredCount: 0 };
    return { deliveryCount: entry.deliveryCount, acquiredCount: entry.acquiredCount };
  }

  /** Whether a publisher's copy is taken. A quorum queue notices one message too late that it is full (recorded). */
  get takesMore(): boolean {
    const { maxLength, overflow, type } = this.declaration;
    if (overflow !== 'reject-publish' || maxLength === undefined) return true;
    return type === 'quorum' ? this.#ready.length <= maxLength : this.#ready.length < maxLength;
  }

  /** When the message at the head expires, in virtual ms. One behind it is not looked at before it gets there (R-Q-14). */
  get headExpiresAt(): number | null {
    return this.#ready.head?.expiresAt ?? null;
  }

  enter(arrival: Arrival, nowMs: number): void {
    const ttls = [arrival.ttlMs, this.declaration.messageTtlMs ?? null].filter((ttl) => ttl !== null);
    this.#positions += 1;
    this.#ready.join({
      ...arrival,
      position: this.#positions,
      redelivered: arrival.deliveryCount > 0 && !this.#passesStraightThrough(),
      acquiredCount: arrival.deliveryCount,
      attempts: 0,
      expiresAt: ttls.length === 0 ? null : nowMs + Math.min(...ttls),
    });
  }

  subscribe(subscription: Subscription): void {
    invariant(this.#turn.find(subscription.consumerId) === null, `${subscription.consumerId} subscribes once`);
    this.#turn.add(subscription);
  }

  /** The consumer keeps what it holds and may still settle it. */
  unsubscribe(consumerId: string): void {
    const subscription = this.#turn.find(consumerId);
    if (subscription) this.#turn.remove(subscription);
  }

  /** Hands the head to whoever is next; null when nothing is ready or nobody has room. */
  serve(): Held | null {
    const subscription = this.#turn.next();
    const entry = subscription ? this.#ready.take() : null;
    if (!subscription || !entry) return null;
    this.#turn.served(subscription);
    const held = { entry: { ...entry, attempts: entry.attempts + 1 }, subscription };
    if (subscription.autoAck) this.#acked += 1;
    else this.#held.add(held);
    return held;
  }

  ack(held: Held): void {
    this.#release(held);
    this.#acked += 1;
  }

  /** Back into the queue, or the entry as it left when that was one failure too many. */
  comeBack(held: Held, how: ComeBack): { readonly exhausted: Entry | null } {
    this.#release(held);
    const failed = afterFailure(held.entry, how);
    const back = { ...failed, redelivered: true, acquiredCount: failed.acquiredCount + 1 };
    const limit = this.declaration.deliveryLimit;
    if (limit !== null && back.deliveryCount > limit) return { exhausted: back };
    this.#ready.putBack(back);
    return { exhausted: null };
  }

  /** Rejected for good: the entry as it leaves. A `reject` counts as a failure even then, a `nack` does not (recorded). */
  giveUp(held: Held, how: 'nack' | 'reject'): Entry {
    this.#release(held);
    return afterFailure(held.entry, how);
  }

  /** The head, if its time is up. */
  takeExpired(nowMs: number): Entry | null {
    const head = this.#ready.head;
    return head && head.expiresAt !== null && head.expiresAt <= nowMs ? this.#ready.take() : null;
  }

  /** The head, if more are ready than the queue may keep; unacked ones do not count. */
  takeExcess(): Entry | null {
    const { maxLength, overflow } = this.declaration;
    const tooLong = maxLength !== undefined && overflow !== 'reject-publish' && this.#ready.length > maxLength;
    return tooLong ? this.#ready.take() : null;
  }

  countDeath(end: 'deadLettered' | 'dropped'): void {
    if (end === 'deadLettered') this.#deadLettered += 1;
    else this.#dropped += 1;
  }

  #release(held: Held): void {
    invariant(this.#held.delete(held), 'only what a consumer holds can be settled');
    this.#turn.released(held.subscription);
  }

  /** A classic queue gives a message to a waiting consumer without storing it, and then forgets that it failed before. */
  #passesStraightThrough(): boolean {
    return this.declaration.type === 'classic' && this.#ready.length === 0 && this.#turn.next() !== null;
  }
}

function afterFailure(entry: Entry, how: ComeBack): Entry {
  return how === 'nack' ? entry : { ...entry, deliveryCount: entry.deliveryCount + 1 };
}
