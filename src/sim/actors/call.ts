import { awaitSignal, record, type Work } from '../kernel/effect.ts';
import { isMap, type Json } from '../model/json.ts';
import { printJson } from '../model/print-json.ts';
import type { CallStep } from '../scenario/handler-step.ts';
import { type Answer, answerSignal, dispatch, type Request } from './api.ts';
import { correlationOf, type Context } from './context.ts';
import { lineOf } from './lines.ts';
import { fillOperation } from './operation.ts';
import { DONE, failed, type Outcome } from './outcome.ts';
import { compute } from './statement.ts';

const DEFAULT_DEADLINE_MS = 1000;

/** Asks another service and waits, at most until the deadline (R-RPC-1). What comes back has an outcome, never just a value. */
export function* runCall(context: Context, step: CallStep): Work<Outcome> {
  const request = ask(context, step);
  if (typeof request === 'string') return failed(request);
  const about = { ...context.about, callee: step.service };
  const line = lineOf(context, step.path);
  const { call, to } = request;
  yield* dispatch(context.world, request, { about, line });
  const deadlineMs = context.service.calls[step.service]?.deadlineMs ?? DEFAULT_DEADLINE_MS;
  const answered = yield* awaitSignal(answerSignal(call), deadlineMs);
  if (answered === null) {
    yield* record({
      happening: { kind: 'call.timedOut', call, to, afterMs: deadlineMs },
      points: ['rpc.client.timed_out'],
      about,
      line,
    });
    return conclude(context, step, { outcome: 'unknown', status: null, body: null, reason: 'DEADLINE_EXCEEDED' });
  }
  const answer = answered.value as Answer;
  if (answer.kind === 'broken') {
    const { outcome, reason } = answer;
    yield* record({
      happening: { kind: 'call.broken', call, to, outcome, reason },
      points: ['rpc.client.broken'],
      about,
      line,
    });
    return conclude(context, step, { outcome, status: null, body: null, reason });
  }
  const { status } = answer;
  yield* record({
    happening: { kind: 'reply.received', call, from: to, status, body: answer.body },
    points: ['rpc.client.received'],
    about,
    line,
  });
  return conclude(context, step, {
    outcome: outcomeOf(status),
    status,
    body: answer.body,
    reason: reasonIn(answer.body),
  });
}

function ask(context: Context, step: CallStep): Omit<Request, 'cause'> | string {
  const [params, body, query, key] = [step.params, step.body, step.query, step.key].map((value) =>
    compute(context, value),
  );
  for (const part of [params, body, query, key]) if (part?.ok === false) return part.problem;
  const value = (part: typeof params): Json => (part?.ok === true ? part.value : null);
  const filled = value(params);
  return {
    call: context.world.envelopes.nextId(`${correlationOf(context)}/call`),
    correlationid: correlationOf(context),
    from: context.service.id,
    to: step.service,
    instance: null,
    operation: fillOperation(step.operation, isMap(filled) ? filled : {}),
    body: value(body),
    query: value(query),
    key: value(key),
    command: null,
  };
}

/** 2xx is ok, 4xx a refusal; 502, 503 and 504 leave it unknown; any other failed (R-RPC-2). */
function outcomeOf(status: number): 'ok' | 'refused' | 'failed' | 'unknown' {
  if (status < 300) return 'ok';
  if (status < 500) return 'refused';
  return status === 502 || status === 503 || status === 504 ? 'unknown' : 'failed';
}

function reasonIn(body: Json): Json {
  return isMap(body) ? (body['refused'] ?? body['error'] ?? null) : null;
}

function conclude(context: Context, step: CallStep, result: Readonly<Record<string, Json>>): Outcome {
  if (step.as !== null) {
    context.names.set(step.as, result);
    return DONE;
  }
  return result['outcome'] === 'ok'
    ? DONE
    : failed(`${step.service} ${step.operation}: ${printJson(result['outcome'])}`, 502);
}
