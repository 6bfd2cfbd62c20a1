import { awaitSignal, record, type Work } from '../kernel/effect.ts';
import type { JsonMap } from '../model/json.ts';
import type { Command } from '../scenario/scenario.ts';
import { aboutRequest, type Answer, answerSignal, dispatch } from './api.ts';
import type { World } from './world.ts';

export interface Errand {
  readonly command: Command;
  readonly body: JsonMap;
  readonly instance: number | null;
}

/** A client sends its command and waits for the answer; a connection that breaks leaves it not knowing (R-RPC-2). */
export function* runErrand(world: World, { command, body, instance }: Errand): Work<void> {
  const call = world.envelopes.nextId('R');
  const { service: to, operation, name, key } = command;
  const from = command.client;
  const about = aboutRequest({ command: name, to });
  const request = {
    call,
    correlationid: call,
    from,
    to,
    instance,
    operation,
    body,
    query: {},
    key,
    command: name,
  };
  yield* dispatch(world, request, { about });
  const answered = yield* awaitSignal(answerSignal(call), null);
  if (answered === null) return;
  const answer = answered.value as Answer;
  if (answer.kind === 'broken')
    yield* record({
      happening: { kind: 'call.broken', call, to, outcome: answer.outcome, reason: answer.reason },
      points: ['rpc.client.broken'],
      about,
    });
  else
    yield* record({
      happening: { kind: 'reply.received', call, from: to, status: answer.status, body: answer.body },
      points: ['rpc.client.received'],
      about,
    });
}
