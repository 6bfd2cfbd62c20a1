import type { Held } from './message-queue.ts';

/** A message in a consumer's hands, and the queue it belongs to. */
export interface Delivery {
  readonly queue: string;
  readonly held: Held;
}

interface Channel {
  lastTag: number;
  /** By tag, in the order they were sent. */
  readonly unsettled: Map<number, Delivery>;
}

/** The channels of the consumers: who holds what, under which tag. A closed channel forgets its tags. */
export class Channels {
  readonly #open = new Map<string, Channel>();

  open(consumerId: string): Channel {
    const channel = this.#open.get(consumerId) ?? { lastTag: 0, unsettled: new Map<number, Delivery>() };
    this.#open.set(consumerId, channel);
    return channel;
  }

  /** Gives the delivery its tag; an auto-acked one is settled from the start. */
  deliver(consumerId: string, delivery: Delivery): number {
    const channel = this.open(consumerId);
    channel.lastTag += 1;
    if (!delivery.held.subscription.autoAck) channel.unsettled.set(channel.lastTag, delivery);
    return channel.lastTag;
  }

  take(consumerId: string, tag: number): Delivery | null {
    const channel = this.#open.get(consumerId);
    const delivery = channel?.unsettled.get(tag) ?? null;
    channel?.unsettled.delete(tag);
    return delivery;
  }

  /** All unsettled ones up to and including the tag. */
  takeUpTo(consumerId: string, tag: number): readonly Delivery[] {
    const unsettled = this.#open.get(consumerId)?.unsettled ?? new Map<number, Delivery>();
    const taken = [...unsettled].filter(([other]) => other <= tag);
    for (const [other] of taken) unsettled.delete(other);
    return taken.map(([, delivery]) => delivery);
  }

  /** Everything the consumer still held. */
  close(consumerId: string): readonly Delivery[] {
    const unsettled = this.#open.get(consumerId)?.unsettled.values() ?? [];
    this.#open.delete(consumerId);
    return [...unsettled];
  }
}
