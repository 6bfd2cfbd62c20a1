import type { Step } from '../trace/step.ts';
import type { MessageCopy } from './messages.ts';
import { consumerOf } from './place.ts';

/** The copies of a message after a step that is about it. */
export function copiesAfter(copies: readonly MessageCopy[], step: Step): readonly MessageCopy[] {
  const since = step.number;
  switch (step.kind) {
    case 'message.routed':
      return [...copies, ...step.queues.map((queue): MessageCopy => ({ queue, ...FRESH, since }))];
    case 'message.delivered':
      return changed(copies, waitsIn(step.queue), (copy) => sent(copy, step));
    case 'message.received':
      return changed(copies, held(step, 'in-flight'), (copy) => ({ ...copy, stage: 'received', since }));
    case 'message.discarded': {
      const here = ({ queue, stage }: MessageCopy) =>
        queue === step.consumer && (stage === 'received' || stage === 'acked');
      return changed(copies, here, (copy) => ({ ...copy, stage: 'discarded', reason: step.reason, since }));
    }
    case 'message.acked':
      return changed(copies, held(step), (copy) =>
        copy.stage === 'discarded' ? copy : { ...copy, stage: 'acked', since },
      );
    case 'message.rejected':
      return changed(copies, held(step), (copy) => ({ ...copy, stage: 'rejected', since }));
    case 'message.requeued':
      return copies.map((copy) => (isOut(copy, step.queue, step.instance) ? { ...copy, ...BACK, since } : copy));
    case 'message.deadLettered': {
      const dead = step.to.split(', ').map((queue): MessageCopy => ({ queue, ...FRESH, reason: step.reason, since }));
      return [...ended(copies, step, 'dead-lettered'), ...dead];
    }
    case 'message.dropped':
      return ended(copies, step, 'dropped');
    default:
      return copies;
  }
}

const FRESH = {
  stage: 'ready',
  tag: null,
  to: null,
  instance: null,
  redelivered: false,
  deliveries: 0,
  reason: null,
} as const;

const BACK = { stage: 'redelivered', tag: null, to: null, instance: null, redelivered: true } as const;

const waitsIn =
  (name: string) =>
  ({ queue, stage }: MessageCopy): boolean =>
    queue === name && (stage === 'ready' || stage === 'redelivered');

function sent(copy: MessageCopy, step: Step & { readonly kind: 'message.delivered' }): MessageCopy {
  const { service: to, instance } = consumerOf(step.to);
  const { tag, redelivered, number: since } = step;
  return { ...copy, stage: 'in-flight', tag, to, instance, redelivered, deliveries: copy.deliveries + 1, since };
}

/** Tags count per consumer. An automatic ack is the broker's own step and names no instance. */
const held =
  (step: Step & { readonly queue: string; readonly tag: number }, stage?: MessageCopy['stage']) =>
  (copy: MessageCopy): boolean =>
    copy.queue === step.queue &&
    copy.tag === step.tag &&
    (step.actor === 'broker' || copy.instance === step.instance) &&
    (stage === undefined || copy.stage === stage);

const OUT: ReadonlySet<MessageCopy['stage']> = new Set(['in-flight', 'received', 'rejected', 'discarded']);

const isOut = (copy: MessageCopy, queue: string, instance: number): boolean =>
  copy.queue === queue && copy.instance === instance && OUT.has(copy.stage);

/** The copy that leaves its queue: one that was out before one that still waits. */
function ended(
  copies: readonly MessageCopy[],
  step: Step & { readonly kind: 'message.deadLettered' | 'message.dropped' },
  stage: 'dead-lettered' | 'dropped',
): readonly MessageCopy[] {
  const end = (copy: MessageCopy): MessageCopy => ({ ...copy, stage, reason: step.reason, since: step.number });
  const out = (copy: MessageCopy) => copy.queue === step.queue && OUT.has(copy.stage);
  return copies.some(out) ? changed(copies, out, end) : changed(copies, waitsIn(step.queue ?? ''), end);
}

function changed(
  copies: readonly MessageCopy[],
  picks: (copy: MessageCopy) => boolean,
  change: (copy: MessageCopy) => MessageCopy,
): readonly MessageCopy[] {
  const place = copies.findIndex(picks);
  const copy = copies[place];
  return copy === undefined ? copies : copies.with(place, change(copy));
}
