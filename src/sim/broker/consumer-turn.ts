/** One consumer of one queue. */
export interface Subscription {
  readonly consumerId: string;
  /** Unacked messages it may hold; 0 is no limit, and so is auto ack. */
  readonly prefetch: number;
  readonly autoAck: boolean;
}

/**
 * Whose turn it is among the consumers of one queue (R-Q-4).
 *
 * Whoever was served goes to the back. A consumer with a full prefetch leaves the round and comes back at its end once
 * it has room. With a single active consumer only the one that subscribed first is served.
 */
export class ConsumerTurn {
  readonly #single: boolean;
  readonly #holding = new Map<Subscription, number>();
  #all: readonly Subscription[] = [];
  #round: readonly Subscription[] = [];

  constructor(singleActive: boolean) {
    this.#single = singleActive;
  }

  add(subscription: Subscription): void {
    this.#all = [...this.#all, subscription];
    this.#round = [...this.#round, subscription];
  }

  find(consumerId: string): Subscription | null {
    return this.#all.find((subscription) => subscription.consumerId === consumerId) ?? null;
  }

  remove(subscription: Subscription): void {
    this.#all = this.#all.filter((other) => other !== subscription);
    this.#round = this.#round.filter((other) => other !== subscription);
  }

  /** Who would be served now, or null when nobody has room. */
  next(): Subscription | null {
    if (!this.#single) return this.#round[0] ?? null;
    const active = this.#all[0];
    return active && this.#round.includes(active) ? active : null;
  }

  served(subscription: Subscription): void {
    if (!subscription.autoAck) this.#holding.set(subscription, this.#held(subscription) + 1);
    const others = this.#round.filter((other) => other !== subscription);
    this.#round = this.#hasRoom(subscription) ? [...others, subscription] : others;
  }

  released(subscription: Subscription): void {
    this.#holding.set(subscription, this.#held(subscription) - 1);
    const back = this.#all.includes(subscription) && !this.#round.includes(subscription);
    if (back && this.#hasRoom(subscription)) this.#round = [...this.#round, subscription];
  }

  #held(subscription: Subscription): number {
    return this.#holding.get(subscription) ?? 0;
  }

  #hasRoom(subscription: Subscription): boolean {
    return subscription.prefetch === 0 || this.#held(subscription) < subscription.prefetch;
  }
}
