import type { Service } from '../../scenario/scenario.ts';

/** A message that a run of a handler published itself. */
export interface Published {
  readonly messageId: string;
  readonly type: string;
  /** The transaction that was open then. */
  readonly tx: string | null;
}

/** One run of a handler: what started it, what it made of it, and how it ended. */
export interface HandlerRun {
  readonly service: Service;
  readonly instance: number;
  readonly handler: string;
  /** `R-1` for a request, `inventory.order-events E-1` for a message: the same for every run about the same. */
  readonly key: string;
  /** Null for a request. */
  readonly delivery: { readonly queue: string; readonly messageId: string; readonly tag: number } | null;
  /** Lines that changed rows for good, each with the row it changed unless it made a new one. */
  readonly effects: Set<string>;
  /** Lines that changed rows in the open transaction. */
  readonly pending: Set<string>;
  readonly published: Published[];
  open: string | null;
  commits: number;
  aborts: number;
  /** Null while it runs, or when nothing says that it has ended. */
  ended: 'ok' | 'failed' | 'duplicate' | 'crashed' | null;
}

export function hasEffect(run: HandlerRun): boolean {
  return run.effects.size > 0 || run.commits > 0;
}
