import type { Json } from '../model/json.ts';

/**
 * How a handler's steps ended. `refused` is a business no: a success of the handler (R-DLQ-3).
 * `failed` carries the status an API caller gets.
 */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'replied'; readonly status: number; readonly body: Json }
  | { readonly kind: 'refused'; readonly status: number; readonly reason: string }
  | { readonly kind: 'failed'; readonly status: number; readonly reason: string }
  /** The inbox knew the message: nothing was done, on purpose. */
  | { readonly kind: 'duplicate' };

export const DONE: Outcome = { kind: 'done' };

export const failed = (reason: string, status = 500): Outcome => ({ kind: 'failed', status, reason });
