import type { ActorId, StepNumber } from '../model/ids.ts';
import type { Step } from '../trace/step.ts';
import type { OpeningQueue } from '../trace/trace.ts';
import type { Projection } from './projection.ts';
import { queueAfter } from './queue-edits.ts';

/** A message in a queue. Entries stand in the order they arrived; a requeued one is still in its old place (R-Q-6). */
export interface QueueEntry {
  readonly messageId: string;
  readonly type: string;
  readonly state: 'ready' | 'unacked';
  /** Who holds it unacked. Tags count per consumer, so the instance belongs to them. */
  readonly by: { readonly service: ActorId; readonly instance: number } | null;
  readonly tag: number | null;
  readonly redelivered: boolean;
  readonly deliveryCount: number;
  /** Why it is a dead letter, in a dead-letter queue. */
  readonly reason: string | null;
  readonly attempts: number | null;
  /** The step that put it where it is. */
  readonly since: StepNumber;
}

export interface QueueView {
  readonly name: string;
  readonly service: ActorId | null;
  readonly prefetch: number;
  readonly deliveryLimit: number | null;
  readonly deadLetterTo: string | null;
  readonly entries: readonly QueueEntry[];
  readonly ready: number;
  readonly unacked: number;
  readonly acked: number;
  readonly dropped: number;
  /** The last step that touched the queue. */
  readonly touched: StepNumber | null;
}

export interface ExchangeView {
  readonly name: string;
  readonly type: 'direct' | 'fanout' | 'topic';
  readonly last: { readonly messageId: string; readonly type: string; readonly step: StepNumber } | null;
}

export interface QueuesView {
  readonly exchanges: readonly ExchangeView[];
  readonly queues: readonly QueueView[];
  /** Messages that no binding wanted (R-Q-2), and those whose publishing was lost. */
  readonly unroutable: number;
  /** Queues that the step at the cursor touched. */
  readonly now: readonly string[];
}

export const totalOf = ({ ready, unacked }: Pick<QueueView, 'ready' | 'unacked'>): number => ready + unacked;

/** What lies in every queue at the cursor, ready and unacked told apart (R-Q-4). */
export const queues: Projection<QueuesView> = {
  name: 'queues',
  initial: (opening) => ({
    exchanges: opening.exchanges.map(({ name, type }) => ({ name, type, last: null })),
    queues: opening.queues.map(emptyQueue),
    unroutable: 0,
    now: [],
  }),
  apply(view, step) {
    const exchanges = exchangesAfter(view.exchanges, step);
    const changed = view.queues.map((queue) => queueAfter(queue, step));
    const now = changed.filter((queue, place) => queue !== view.queues[place]).map(({ name }) => name);
    const unroutable = view.unroutable + (step.kind === 'message.dropped' && step.queue === null ? 1 : 0);
    if (exchanges === view.exchanges && unroutable === view.unroutable && now.length === 0 && view.now.length === 0) {
      return view;
    }
    return { exchanges, queues: now.length === 0 ? view.queues : changed, unroutable, now };
  },
};

const emptyQueue = ({ name, service, prefetch, deliveryLimit, deadLetterTo }: OpeningQueue): QueueView => ({
  name,
  service,
  prefetch,
  deliveryLimit,
  deadLetterTo,
  entries: [],
  ready: 0,
  unacked: 0,
  acked: 0,
  dropped: 0,
  touched: null,
});

function exchangesAfter(exchanges: readonly ExchangeView[], step: Step): readonly ExchangeView[] {
  if (step.kind !== 'message.routed') return exchanges;
  const last = { messageId: step.message.id, type: step.message.type, step: step.number };
  return exchanges.map((exchange) => (exchange.name === step.exchange ? { ...exchange, last } : exchange));
}
