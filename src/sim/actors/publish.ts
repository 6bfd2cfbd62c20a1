import { asOneDeed, awaitSignal, pass, record, start, type Work } from '../kernel/effect.ts';
import type { StepNumber } from '../model/ids.ts';
import type { Message } from '../model/message.ts';
import type { HandlerLine, Subject } from '../trace/step.ts';
import { type Arrival, BROKER_HOME, routeAtBroker } from './broker-actor.ts';
import type { Context } from './context.ts';
import { LATENCY } from './latency.ts';
import type { World } from './world.ts';

export interface Publication {
  readonly message: Message;
  readonly by: 'handler' | 'relay';
  readonly about: Subject;
  readonly line: HandlerLine | null;
  readonly cause: StepNumber | null;
  /** Whether the sender waits for the broker's confirm (R-Q-3). */
  readonly confirm: boolean;
}

export const aboutMessage = (message: Message, about: Subject = {}): Subject => ({
  ...about,
  message: message.type,
  messageId: message.id,
  subject: message.subject ?? '',
});

/** Sends a message to its exchange and, if asked, waits until the broker has accepted it. */
export function* publish(world: World, publication: Publication): Work<void> {
  const { message, by, about, line, confirm } = publication;
  const type = world.scenario.messages[message.type];
  const exchange = type?.on ?? '';
  const routingKey = type?.routingKey ?? message.type;
  const answer = world.envelopes.nextId('confirm');
  yield* pass('publish.before_send');
  yield* asOneDeed(send(world, publication, { message, exchange, routingKey, answer }));
  if (!confirm) return;
  yield* awaitSignal(answer, null);
  yield* record({
    happening: { kind: 'publish.confirmed', messageId: message.id },
    points: by === 'relay' ? ['publish.after_confirm', 'relay.after_confirm_before_mark'] : ['publish.after_confirm'],
    about: aboutMessage(message, about),
    line,
  });
}

/** Once it is sent it is on its way, whatever becomes of its sender (F-SVC-3). */
function* send(world: World, { by, about, line, cause }: Publication, arrival: Arrival): Work<void> {
  const { message, exchange, routingKey } = arrival;
  yield* record({
    happening: { kind: 'message.published', message, exchange, routingKey, by },
    points: ['publish.after_send_before_confirm'],
    about: aboutMessage(message, about),
    line,
    cause,
  });
  yield* start(BROKER_HOME, () => routeAtBroker(world, arrival), LATENCY.broker);
}

/** Direct publishing outside a transaction: what a crash before it loses is gone (R-DW-1). */
export function* publishDirectly(context: Context, message: Message, line: HandlerLine | null = null): Work<void> {
  const { confirm } = context.service.messaging;
  yield* publish(context.world, { message, by: 'handler', about: context.about, line, cause: null, confirm });
}

/** Direct publishing inside a transaction that may still abort (R-DW-2): nothing waits for the confirm. */
export function* sendDirectly(context: Context, message: Message, line: HandlerLine): Work<void> {
  yield* publish(context.world, { message, by: 'handler', about: context.about, line, cause: null, confirm: false });
}
