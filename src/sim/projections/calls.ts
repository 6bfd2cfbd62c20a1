import type { ActorId, StepNumber } from '../model/ids.ts';
import type { Json } from '../model/json.ts';
import type { Step } from '../trace/step.ts';
import { compareTexts } from './key-order.ts';
import { allItems, emptyList, findItem, type OrderedList, putItem } from './ordered-list.ts';
import type { Projection } from './projection.ts';

/** A request and what came of it. `unknown`: no answer, and nobody can say whether it was carried out (R-RPC-2). */
export interface Call {
  readonly id: string;
  readonly from: ActorId;
  readonly to: ActorId;
  readonly operation: string;
  readonly command: string | null;
  readonly body: Json;
  readonly state: 'open' | 'answered' | 'failed' | 'unknown';
  readonly status: number | null;
  readonly answer: Json;
  readonly reason: string | null;
  readonly sent: StepNumber;
  readonly received: StepNumber | null;
  readonly replied: StepNumber | null;
  readonly ended: StepNumber | null;
}

/** By id. */
export type CallsView = OrderedList<Call>;

export const calls: Projection<CallsView> = {
  name: 'calls',
  initial: () => emptyList(),
  apply(view, step) {
    if (!('call' in step)) return view;
    const known = findItem(view, ({ id }) => compareTexts(id, step.call));
    const call = step.kind === 'request.sent' ? sent(step) : known && callAfter(known, step);
    return call === undefined ? view : putItem(view, call, (a, b) => compareTexts(a.id, b.id));
  },
};

/** In the order they were sent. */
export const callsInOrder = (view: CallsView): readonly Call[] => allItems(view).toSorted((a, b) => a.sent - b.sent);

const sent = (step: Step & { readonly kind: 'request.sent' }): Call => ({
  id: step.call,
  from: step.from,
  to: step.to,
  operation: step.operation,
  command: step.command,
  body: step.body,
  state: 'open',
  status: null,
  answer: null,
  reason: null,
  sent: step.number,
  received: null,
  replied: null,
  ended: null,
});

function callAfter(call: Call, step: Step): Call {
  switch (step.kind) {
    case 'request.received':
      return { ...call, received: step.number };
    case 'reply.sent':
      return { ...call, replied: step.number };
    case 'reply.received':
      return { ...call, state: 'answered', status: step.status, answer: step.body, ended: step.number };
    case 'call.timedOut':
      return { ...call, state: 'unknown', reason: 'timeout', ended: step.number };
    case 'call.broken':
      return { ...call, state: step.outcome, reason: step.reason, ended: step.number };
    default:
      return call;
  }
}
