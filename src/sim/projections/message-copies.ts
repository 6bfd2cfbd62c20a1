import type { Step } from '../trace/step.ts';
import type { MessageCopy } from './messages.ts';

/** The copies of message `id` after a step that is about it. */
export function copiesAfter(copies: readonly MessageCopy[], id: string, step: Step): readonly MessageCopy[] {
  switch (step.kind) {
    case 'message.routed':
      return [...copies, ...step.queues.map((queue): MessageCopy => ({ queue, ...FRESH, since: step.number }))];
    case 'message.delivered': {
      const { tag, to, redelivered, deliveryCount } = step;
      const waits = ({ queue, stage }: MessageCopy) =>
        queue === step.queue && (stage === 'ready' || stage === 'redelivered');
      const deliveries = redelivered ? deliveryCount + 1 : 1;
      return firstChanged(copies, waits, { stage: 'in-flight', tag, to, redelivered, deliveries, since: step.number });
    }
    case 'message.received':
      return firstChanged(copies, held(step.queue, step.tag), { stage: 'received', since: step.number });
    case 'message.discarded':
      return firstChanged(copies, ({ stage }) => stage === 'received', {
        stage: 'discarded',
        reason: step.reason,
        since: step.number,
      });
    case 'message.acked':
      return copies.map((copy) => (held(step.queue, step.tag)(copy) ? acked(copy, step) : copy));
    case 'message.rejected':
      return firstChanged(copies, held(step.queue, step.tag), { stage: 'rejected', since: step.number });
    case 'message.requeued':
      return copies.map((copy) => (isOut(copy) && copy.queue === step.queue ? requeued(copy, step) : copy));
    case 'message.deadLettered': {
      const dead = deadCopy(step);
      const here = ({ queue, stage }: MessageCopy) => queue === step.queue && stage !== 'acked';
      return [...firstChanged(copies, here, { stage: 'dead-lettered', reason: step.reason, since: step.number }), dead];
    }
    case 'message.dropped':
      return firstChanged(copies, ({ queue, stage }) => queue === step.queue && stage !== 'acked', {
        stage: 'dropped',
        reason: step.reason,
        since: step.number,
      });
    default:
      return copies;
  }
}

const FRESH = { stage: 'ready', tag: null, to: null, redelivered: false, deliveries: 0, reason: null } as const;

const deadCopy = (step: Step & { readonly kind: 'message.deadLettered' }): MessageCopy => ({
  queue: step.to,
  ...FRESH,
  reason: step.reason,
  since: step.number,
});

const held = (queue: string, tag: number) => (copy: MessageCopy) => copy.queue === queue && copy.tag === tag;

const isOut = ({ stage }: MessageCopy): boolean =>
  stage === 'in-flight' || stage === 'received' || stage === 'rejected' || stage === 'discarded';

/** A discarded duplicate stays discarded: the ack that follows only tells the broker. */
const acked = (copy: MessageCopy, step: Step): MessageCopy =>
  copy.stage === 'discarded' ? { ...copy, since: step.number } : { ...copy, stage: 'acked', since: step.number };

const requeued = (copy: MessageCopy, step: Step): MessageCopy => ({
  ...copy,
  stage: 'redelivered',
  tag: null,
  to: null,
  redelivered: true,
  since: step.number,
});

function firstChanged(
  copies: readonly MessageCopy[],
  picks: (copy: MessageCopy) => boolean,
  change: Partial<MessageCopy>,
): readonly MessageCopy[] {
  const place = copies.findIndex(picks);
  const copy = copies[place];
  return copy === undefined ? copies : copies.with(place, { ...copy, ...change });
}
