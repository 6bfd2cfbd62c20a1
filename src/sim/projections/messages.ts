import type { ActorId, StepNumber } from '../model/ids.ts';
import type { Message } from '../model/message.ts';
import type { Step } from '../trace/step.ts';
import { compareTexts } from './key-order.ts';
import { copiesAfter } from './message-copies.ts';
import { allItems, emptyList, findItem, type OrderedList, putItem } from './ordered-list.ts';
import type { Projection } from './projection.ts';

export type CopyStage =
  'ready' | 'in-flight' | 'received' | 'acked' | 'rejected' | 'redelivered' | 'dead-lettered' | 'dropped' | 'discarded';

/** The life of a message in one queue. A message published twice has two copies there. */
export interface MessageCopy {
  readonly queue: string;
  readonly stage: CopyStage;
  readonly tag: number | null;
  readonly to: ActorId | null;
  readonly instance: number | null;
  readonly redelivered: boolean;
  readonly deliveries: number;
  /** Why it was discarded, dead-lettered or dropped. */
  readonly reason: string | null;
  readonly since: StepNumber;
}

/** A message from the row it was recorded as to the end of its last copy. */
export interface MessageLife {
  readonly id: string;
  readonly message: Message;
  readonly first: StepNumber;
  /** The outbox row; null when it was published directly. */
  readonly recorded: StepNumber | null;
  readonly published: readonly StepNumber[];
  readonly confirmed: readonly StepNumber[];
  /** No binding wanted it (R-Q-2), or its publishing was lost on the way. */
  readonly undelivered: { readonly reason: string; readonly step: StepNumber } | null;
  readonly copies: readonly MessageCopy[];
  readonly since: StepNumber;
}

export interface MessagesView {
  /** By id. */
  readonly lives: OrderedList<MessageLife>;
  /** The message the step at the cursor is about. */
  readonly now: string | null;
}

/** Every message's life: recorded, published, routed, ready, in flight, and how each copy ended. */
export const messages: Projection<MessagesView> = {
  name: 'messages',
  initial: () => ({ lives: emptyList(), now: null }),
  apply(view, step) {
    const ids = messageIdsOf(step);
    if (ids.length === 0) return view.now === null ? view : { ...view, now: null };
    return { lives: ids.reduce((lives, id) => livesAfter(lives, id, step), view.lives), now: ids[0] ?? null };
  },
};

export const messageOf = ({ lives }: MessagesView, id: string): MessageLife | undefined =>
  findItem(lives, (life) => compareTexts(life.id, id));

/** In order of first appearance. */
export const messagesInOrder = ({ lives }: MessagesView): readonly MessageLife[] =>
  allItems(lives).toSorted((a, b) => a.first - b.first);

function messageIdsOf(step: Step): readonly string[] {
  if ('message' in step) return [step.message.id];
  if ('messageIds' in step) return step.messageIds;
  return 'messageId' in step ? [step.messageId] : [];
}

function livesAfter(lives: OrderedList<MessageLife>, id: string, step: Step): OrderedList<MessageLife> {
  const known = findItem(lives, (life) => compareTexts(life.id, id)) ?? born(id, step);
  if (known === null) return lives;
  const life = { ...lifeAfter(known, step), copies: copiesAfter(known.copies, step), since: step.number };
  return putItem(lives, life, (a, b) => compareTexts(a.id, b.id));
}

function born(id: string, step: Step): MessageLife | null {
  if (!('message' in step)) return null;
  const { message, number } = step;
  const empty = { recorded: null, published: [], confirmed: [], undelivered: null, copies: [] };
  return { id, message, first: number, ...empty, since: number };
}

function lifeAfter(life: MessageLife, step: Step): MessageLife {
  switch (step.kind) {
    case 'message.recorded':
      return { ...life, recorded: step.number };
    case 'message.published':
      return { ...life, published: [...life.published, step.number] };
    case 'publish.confirmed':
      return { ...life, confirmed: [...life.confirmed, step.number] };
    case 'message.dropped':
      return step.queue === null ? { ...life, undelivered: { reason: step.reason, step: step.number } } : life;
    default:
      return life;
  }
}
