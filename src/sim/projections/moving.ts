import type { ActorId } from '../model/ids.ts';
import type { Message } from '../model/message.ts';
import type { Step } from '../trace/step.ts';
import type { Opening } from '../trace/trace.ts';
import { consumerOf, type Place, reachId, wireId } from './place.ts';
import { compareTexts } from './key-order.ts';
import { emptyList, findItem, type OrderedList, putItem } from './ordered-list.ts';
import type { Projection } from './projection.ts';

export type TokenKind = 'command' | 'event' | 'query' | 'reply';

/** What travels at this step. `out`: it leaves and is on its way; `in`: it arrives; `through`: all the way in one step. */
export interface Moving {
  readonly token: TokenKind;
  readonly from: Place;
  readonly to: Place;
  /** The wire it goes along; `back` when it goes against the wire's direction. */
  readonly wire: string;
  readonly back: boolean;
  readonly leg: 'out' | 'in' | 'through';
  /** Type, operation or status: the text beside the token, a name and never a sentence. */
  readonly label: string;
  /** `lost`: it does not arrive, or what arrives is the news that nothing will. */
  readonly fate: 'well' | 'lost' | 'again';
}

interface Route {
  readonly call: string;
  readonly from: ActorId;
  readonly to: ActorId;
}

export interface MovingView {
  readonly now: Moving | null;
  /** Needed to know whom a reply goes to; calls by id. */
  readonly routes: OrderedList<Route>;
  readonly clients: readonly ActorId[];
  /** Whose a database is. */
  readonly owners: Readonly<Record<string, ActorId>>;
  readonly exchange: string;
}

/** The one thing that moves at the cursor; null when the step moves nothing. */
export const moving: Projection<MovingView> = {
  name: 'moving',
  initial: ({ clients, databases, exchanges }: Opening) => ({
    now: null,
    routes: emptyList(),
    clients: clients.map(({ id }) => id),
    owners: Object.fromEntries(databases.map(({ id, owner }) => [id, owner])),
    exchange: exchanges[0]?.name ?? '',
  }),
  apply(view, step) {
    const routes = step.kind === 'request.sent' ? withRoute(view.routes, step) : view.routes;
    const now = movingAt({ ...view, routes }, step);
    return now === view.now && routes === view.routes ? view : { ...view, routes, now };
  },
};

const withRoute = (routes: OrderedList<Route>, { call, from, to }: Step & { readonly kind: 'request.sent' }) =>
  putItem(routes, { call, from, to }, (a, b) => compareTexts(a.call, b.call));

function movingAt(view: MovingView, step: Step): Moving | null {
  switch (step.kind) {
    case 'request.sent':
      return onCall(view, step.call, { token: tokenOf(step.operation), leg: 'out', label: step.operation });
    case 'request.received':
      return onCall(view, step.call, { token: tokenOf(step.operation), leg: 'in', label: step.operation });
    case 'reply.sent':
      return onCall(view, step.call, { token: 'reply', leg: 'out', label: String(step.status) });
    case 'reply.received':
      return onCall(view, step.call, { token: 'reply', leg: 'in', label: String(step.status) });
    case 'call.broken':
      return onCall(view, step.call, { token: 'reply', leg: 'in', label: step.reason, fate: 'lost' });
    case 'message.published':
      return publishing(step, 'out');
    case 'message.routed':
      return publishing(step, 'in');
    case 'publish.confirmed':
      return confirming(view, step);
    case 'message.delivered':
      return delivering(step, consumerOf(step.to).service, 'out');
    case 'message.received':
      return delivering(step, step.actor, 'in');
    case 'message.acked':
      return settling(step, 'ack');
    case 'message.rejected':
      return settling(step, 'reject');
    case 'message.deadLettered':
      return deadLettering(step);
    case 'rows.read':
    case 'rows.changed':
    case 'access.denied':
      return reaching(view, step);
    default:
      return null;
  }
}

function onCall(
  { routes, clients }: MovingView,
  call: string,
  token: Pick<Moving, 'token' | 'leg' | 'label'> & Partial<Pick<Moving, 'fate'>>,
): Moving | null {
  const route = findItem(routes, (other) => compareTexts(other.call, call));
  if (route === undefined) return null;
  const asker: Place = { kind: clients.includes(route.from) ? 'client' : 'service', id: route.from };
  const asked: Place = { kind: 'service', id: route.to };
  const back = token.token === 'reply';
  const [from, to] = back ? [asked, asker] : [asker, asked];
  return { fate: 'well', ...token, from, to, back, wire: wireId(asker, asked) };
}

/** A query by its verb: what only reads. Everything else asks for something to be done. */
const tokenOf = (operation: string): TokenKind =>
  /^(GET|HEAD|rpc (Get|List|Find))/.test(operation) ? 'query' : 'command';

const producerOf = ({ source }: Message): Place => ({ kind: 'service', id: source.replace(/^\//, '') });

function publishing(step: Step & { readonly kind: 'message.published' | 'message.routed' }, leg: 'out' | 'in'): Moving {
  const from: Place =
    step.kind === 'message.published' ? { kind: 'service', id: step.actor } : producerOf(step.message);
  const to: Place = { kind: 'exchange', id: step.exchange };
  const fate = step.kind === 'message.routed' && step.queues.length === 0 ? 'lost' : 'well';
  return {
    token: step.message.kind,
    from,
    to,
    wire: wireId(from, to),
    back: false,
    leg,
    label: step.message.type,
    fate,
  };
}

function confirming({ exchange }: MovingView, step: Step): Moving | null {
  if (step.actor === 'broker') return null;
  const from: Place = { kind: 'exchange', id: exchange };
  const to: Place = { kind: 'service', id: step.actor };
  return {
    token: 'reply',
    from,
    to,
    wire: wireId(to, from),
    back: true,
    leg: 'through',
    label: 'confirm',
    fate: 'well',
  };
}

function delivering(
  step: Step & { readonly kind: 'message.delivered' | 'message.received' },
  consumer: ActorId,
  leg: 'out' | 'in',
): Moving {
  const from: Place = { kind: 'queue', id: step.queue };
  const to: Place = { kind: 'service', id: consumer };
  const fate = step.redelivered ? 'again' : 'well';
  return {
    token: step.message.kind,
    from,
    to,
    wire: wireId(from, to),
    back: false,
    leg,
    label: step.message.type,
    fate,
  };
}

function settling(step: Step & { readonly kind: 'message.acked' | 'message.rejected' }, label: string): Moving | null {
  if (step.actor === 'broker') return null;
  const from: Place = { kind: 'service', id: step.actor };
  const to: Place = { kind: 'queue', id: step.queue };
  const fate = step.kind === 'message.rejected' ? 'lost' : 'well';
  return { token: 'reply', from, to, wire: wireId(to, from), back: true, leg: 'through', label, fate };
}

function deadLettering(step: Step & { readonly kind: 'message.deadLettered' }): Moving {
  const from: Place = { kind: 'queue', id: step.queue };
  const to: Place = { kind: 'queue', id: step.to };
  return {
    token: 'event',
    from,
    to,
    wire: wireId(from, to),
    back: false,
    leg: 'through',
    label: step.about.message ?? '',
    fate: 'lost',
  };
}

/** A statement in the own database stays inside its service and moves nothing; one in another's crosses over (R-OWN-1). */
function reaching(
  { owners }: MovingView,
  step: Step & { readonly kind: 'rows.read' | 'rows.changed' | 'access.denied' },
): Moving | null {
  const owner = owners[step.database];
  if (owner === undefined || owner === step.actor) return null;
  const from: Place = { kind: 'service', id: step.actor };
  const to: Place = { kind: 'service', id: owner };
  const denied = step.kind === 'access.denied';
  return {
    token: step.kind === 'rows.changed' ? 'command' : 'query',
    from,
    to,
    wire: reachId(from, to),
    back: false,
    leg: 'through',
    label: denied ? step.refusal.code : 'SQL',
    fate: denied ? 'lost' : 'well',
  };
}
