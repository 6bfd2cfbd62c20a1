import type { Step } from '../trace/step.ts';
import { consumerOf } from './place.ts';
import type { QueueEntry, QueueView } from './queues.ts';

/** A queue after a step; the same queue when the step is none of its business. */
export function queueAfter(queue: QueueView, step: Step): QueueView {
  switch (step.kind) {
    case 'message.routed':
      return step.queues.includes(queue.name) ? withEntries(queue, step, [...queue.entries, arrival(step)]) : queue;
    case 'message.delivered':
      return step.queue === queue.name ? delivered(queue, step) : queue;
    case 'message.acked':
      return step.queue === queue.name ? settled(queue, step, heldBy(step), 'acked') : queue;
    case 'message.requeued':
      return step.queue === queue.name ? requeued(queue, step) : queue;
    case 'message.deadLettered':
      return deadLettered(queue, step);
    case 'message.dropped':
      return step.queue === queue.name
        ? settled(queue, step, ({ messageId }) => messageId === step.messageId, 'dropped')
        : queue;
    case 'message.rejected':
      return step.queue === queue.name ? { ...queue, touched: step.number } : queue;
    default:
      return queue;
  }
}

function withEntries(queue: QueueView, step: Step, entries: readonly QueueEntry[]): QueueView {
  const ready = entries.reduce((count, { state }) => count + (state === 'ready' ? 1 : 0), 0);
  return { ...queue, entries, ready, unacked: entries.length - ready, touched: step.number };
}

const arrival = (step: Step & { readonly kind: 'message.routed' }): QueueEntry => ({
  messageId: step.message.id,
  type: step.message.type,
  state: 'ready',
  by: null,
  tag: null,
  redelivered: false,
  deliveryCount: 0,
  reason: null,
  attempts: null,
  since: step.number,
});

function delivered(queue: QueueView, step: Step & { readonly kind: 'message.delivered' }): QueueView {
  const place = queue.entries.findIndex(({ state, messageId }) => state === 'ready' && messageId === step.message.id);
  const entry = queue.entries[place];
  if (entry === undefined) return queue;
  const { tag, redelivered, deliveryCount } = step;
  const sent = {
    state: 'unacked' as const,
    by: consumerOf(step.to),
    tag,
    redelivered,
    deliveryCount,
    since: step.number,
  };
  return withEntries(queue, step, queue.entries.with(place, { ...entry, ...sent }));
}

/** An automatic ack is the broker's own step and names no instance. */
const heldBy = (step: Step & { readonly kind: 'message.acked' }) => (entry: QueueEntry) =>
  entry.tag === step.tag && (step.actor === 'broker' || entry.by?.instance === step.instance);

/** Back to ready, in the place it came from; only what was delivered can come back. */
function requeued(queue: QueueView, step: Step & { readonly kind: 'message.requeued' }): QueueView {
  const back = new Set(step.messageIds);
  const entries = queue.entries.map((entry): QueueEntry => {
    if (entry.by?.instance !== step.instance || !back.has(entry.messageId)) return entry;
    return { ...entry, state: 'ready', by: null, tag: null, redelivered: true, since: step.number };
  });
  return withEntries(queue, step, entries);
}

/** The copy leaves for good. An unacked copy goes before a ready one of the same message. */
function settled(
  queue: QueueView,
  step: Step,
  picks: (entry: QueueEntry) => boolean,
  as: 'acked' | 'dropped' | 'moved',
): QueueView {
  const unacked = queue.entries.findIndex((entry) => entry.state === 'unacked' && picks(entry));
  const place = unacked >= 0 ? unacked : queue.entries.findIndex(picks);
  if (place < 0) return queue;
  const { acked, dropped, ...rest } = withEntries(queue, step, queue.entries.toSpliced(place, 1));
  return { ...rest, acked: acked + (as === 'acked' ? 1 : 0), dropped: dropped + (as === 'dropped' ? 1 : 0) };
}

function deadLettered(queue: QueueView, step: Step & { readonly kind: 'message.deadLettered' }): QueueView {
  if (step.queue === queue.name) {
    return settled(queue, step, ({ messageId }) => messageId === step.messageId, 'moved');
  }
  if (!step.to.split(', ').includes(queue.name)) return queue;
  const entry: QueueEntry = {
    messageId: step.messageId,
    type: step.about.message ?? '',
    state: 'ready',
    by: null,
    tag: null,
    redelivered: false,
    deliveryCount: 0,
    reason: step.reason,
    attempts: step.attempts,
    since: step.number,
  };
  return withEntries(queue, step, [...queue.entries, entry]);
}
