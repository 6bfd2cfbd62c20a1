import { asOneDeed, record, signal, start, type Home, type Note, type Work } from '../kernel/effect.ts';
import type { ActorId, StepNumber } from '../model/ids.ts';
import type { Json } from '../model/json.ts';
import { LATENCY } from './latency.ts';
import { matchOperation } from './operation.ts';
import type { Outcome } from './outcome.ts';
import { openContext, runHandler } from './run-handler.ts';
import { type Instance, instanceState, serviceState, type World } from './world.ts';

export interface Request {
  readonly call: string;
  readonly correlationid: string;
  readonly from: ActorId;
  readonly to: ActorId;
  readonly instance: number | null;
  readonly operation: string;
  readonly body: Json;
  readonly query: Json;
  readonly key: Json;
  readonly command: string | null;
  readonly cause: StepNumber;
}

export type Answer =
  | { readonly kind: 'reply'; readonly status: number; readonly body: Json }
  | { readonly kind: 'broken'; readonly outcome: 'failed' | 'unknown'; readonly reason: string };

export const answerSignal = (call: string): string => `answer to ${call}`;

const NETWORK: Home = { actor: 'network', instance: 1, part: 'process' };

/** Sends a request on its way, whatever becomes of its sender: it reaches an instance that is up, or is refused. */
export function* dispatch(world: World, request: Omit<Request, 'cause'>, note: Omit<Note, 'happening'>): Work<void> {
  yield* asOneDeed(send(world, request, note));
}

function* send(world: World, unsent: Omit<Request, 'cause'>, note: Omit<Note, 'happening'>): Work<void> {
  const { call, from, to, operation, body, command } = unsent;
  const sent = yield* record({
    ...note,
    happening: { kind: 'request.sent', call, from, to, operation, body, command },
    points: ['rpc.client.after_send'],
  });
  const request = { ...unsent, cause: sent.number };
  yield* start(NETWORK, () => knock(world, request), LATENCY.network);
}

function* knock(world: World, request: Request): Work<void> {
  const state = serviceState(world, request.to);
  const up = request.instance === null ? state.instances.find((one) => one.up) : instanceState(state, request.instance);
  if (up?.up === true) {
    const home: Home = { actor: request.to, instance: up.number, part: 'process' };
    up.answering.set(request.call, { signal: answerSignal(request.call) });
    yield* start(home, () => serve(world, request, up));
    return;
  }
  const refused: Answer = { kind: 'broken', outcome: 'failed', reason: 'connection refused' };
  yield* signal(answerSignal(request.call), refused, LATENCY.network);
}

/** A request is in an instance: its handler runs and its reply goes back. */
function* serve(world: World, request: Request, instance: Instance): Work<void> {
  const outcome = yield* handle(world, request, instance);
  yield* asOneDeed(sendReply(request, instance, replyOf(outcome)));
}

/** Once it is sent a reply is on its way, whatever becomes of its sender. */
function* sendReply(request: Request, instance: Instance, { status, body }: Reply): Work<void> {
  yield* record({
    happening: { kind: 'reply.sent', call: request.call, to: request.from, status, body },
    points: ['rpc.server.replied'],
    about: aboutRequest(request),
  });
  instance.answering.delete(request.call);
  const reply: Answer = { kind: 'reply', status, body };
  yield* signal(answerSignal(request.call), reply, LATENCY.network);
}

export const aboutRequest = ({ command, to }: Pick<Request, 'command' | 'to'>): Record<string, string> => ({
  callee: to,
  ...(command === null ? {} : { command }),
});

function* handle(world: World, request: Request, instance: Instance): Work<Outcome> {
  const state = serviceState(world, request.to);
  const { call, from, operation, correlationid } = request;
  const found = state.service.api.flatMap((route) => {
    const params = matchOperation(route.operation, operation);
    return params === null ? [] : [{ handler: route.handler, params }];
  })[0];
  const about = { ...aboutRequest(request), ...(found === undefined ? {} : { handler: found.handler }) };
  yield* record({
    happening: { kind: 'request.received', call, from, operation },
    points: ['rpc.server.received'],
    about,
    cause: request.cause,
  });
  if (found === undefined) return { kind: 'replied', status: 404, body: { error: `no ${operation}` } };
  const context = yield* openContext(world, state, {
    handler: found.handler,
    instance: instance.number,
    trigger: { kind: 'request', call, correlationid },
    about,
    names: { body: request.body, params: found.params, query: request.query, key: request.key, client: from },
    markerPending: false,
  });
  const outcome = yield* runHandler(context);
  if (outcome.kind === 'failed')
    yield* record({
      happening: { kind: 'handler.ended', handler: found.handler, outcome: 'failed', reason: outcome.reason },
      points: ['rpc.server.failed'],
      about,
    });
  return outcome;
}

interface Reply {
  readonly status: number;
  readonly body: Json;
}

function replyOf(outcome: Outcome): Reply {
  switch (outcome.kind) {
    case 'replied':
      return { status: outcome.status, body: outcome.body };
    case 'refused':
      return { status: outcome.status, body: { refused: outcome.reason } };
    case 'failed':
      return { status: outcome.status, body: { error: outcome.reason } };
    case 'done':
    case 'duplicate':
      return { status: 204, body: null };
  }
}
