import type { ActorId } from '../model/ids.ts';

/** Where something can be on the picture of a run. A queue is apart from its exchange: a message rests in it. */
export type Place =
  | { readonly kind: 'client'; readonly id: ActorId }
  | { readonly kind: 'service'; readonly id: ActorId }
  | { readonly kind: 'exchange'; readonly id: string }
  | { readonly kind: 'queue'; readonly id: string };

export type WireKind = 'call' | 'publish' | 'deliver' | 'dead-letter' | 'reach';

export const placeId = ({ kind, id }: Place): string => `${kind}:${id}`;

/** Name of the wire between two places, the same whoever draws it. Replies, confirms and acks go back along it. */
export const wireId = (from: Place, to: Place): string => `${placeId(from)}>${placeId(to)}`;

/** A statement on another service's database goes where no call goes, along a wire of its own. */
export const reachId = (from: Place, to: Place): string => `${wireId(from, to)}#reach`;

/** `inventory/1:inventory.order-events`, a consumer as the broker knows it, or a plain service id. */
export function consumerOf(to: string): { readonly service: ActorId; readonly instance: number } {
  const [, service = to, instance = '1'] = /^([^/]+)\/(\d+)(?::|$)/.exec(to) ?? [];
  return { service, instance: Number(instance) };
}
