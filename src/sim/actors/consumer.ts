import { asOneDeed, record, wait, type Work } from '../kernel/effect.ts';
import { invariant } from '../model/invariant.ts';
import type { Json } from '../model/json.ts';
import { tellOf } from './broker-actor.ts';
import type { Context } from './context.ts';
import { lookInInbox, markInbox } from './inbox.ts';
import type { Outcome } from './outcome.ts';
import { aboutMessage } from './publish.ts';
import { openContext, runHandler } from './run-handler.ts';
import {
  consumerId,
  type Delivery,
  type Instance,
  instanceState,
  serviceState,
  type ServiceState,
  type World,
} from './world.ts';

/** A delivery reaches an instance. Each consumer works through its deliveries one at a time, in order of arrival. */
export function* receive(world: World, service: string, number: number, delivery: Delivery): Work<void> {
  const state = serviceState(world, service);
  const instance = instanceState(state, number);
  if (!instance.up || instance.life !== delivery.life) return;
  const mailbox = instance.mailboxes.get(delivery.queue) ?? [];
  instance.mailboxes.set(delivery.queue, mailbox);
  mailbox.push(delivery);
  if (instance.busy.has(delivery.queue)) return;
  instance.busy.add(delivery.queue);
  for (let next = mailbox.shift(); next !== undefined; next = mailbox.shift())
    yield* processDelivery(world, state, instance, next);
  instance.busy.delete(delivery.queue);
}

function* processDelivery(world: World, state: ServiceState, instance: Instance, delivery: Delivery): Work<void> {
  const { message, queue, tag, redelivered } = delivery;
  const { ack, inbox } = state.service.messaging;
  const consumption = state.service.consumes.find(({ name }) => name === delivery.consumption);
  const handler = consumption?.handlers[message.type];
  const about = { ...aboutMessage(message), ...(handler === undefined ? {} : { handler }) };
  yield* record({
    happening: { kind: 'message.received', queue, tag, message, redelivered },
    points: ['consumer.received'],
    about,
    cause: delivery.cause,
  });
  if (ack === 'before-processing') yield* settle(world, state, instance, delivery, true);
  if (handler === undefined) {
    yield* record({
      happening: { kind: 'message.discarded', consumer: queue, messageId: message.id, reason: 'not-wanted' },
      about,
    });
    if (ack === 'after-commit') yield* settle(world, state, instance, delivery, true);
    return;
  }
  const context = yield* openContext(world, state, {
    handler,
    instance: instance.number,
    trigger: { kind: 'message', consumer: queue, message },
    about,
    names: { data: message.data, message: messageNames(delivery) },
    markerPending: inbox === 'atomic',
  });
  const outcome = yield* runWithInbox(context);
  if (outcome.kind === 'failed') {
    yield* record({
      happening: { kind: 'handler.ended', handler, outcome: 'failed', reason: outcome.reason },
      points: ['consumer.failed'],
      about,
    });
    if (ack !== 'after-commit') return;
    yield* wait(consumption?.redeliverMs ?? 0);
    yield* settle(world, state, instance, delivery, false);
    return;
  }
  if (ack === 'after-commit') yield* settle(world, state, instance, delivery, true);
}

/** The inbox strategy around the handler: only `atomic` puts the marker where the effect is (R-INB-2, R-INB-3). */
function* runWithInbox(context: Context): Work<Outcome> {
  const { inbox } = context.service.messaging;
  const { database } = context.state;
  if (database === null || inbox === 'off' || inbox === 'atomic') return yield* runHandler(context);
  const before = inbox === 'marker-first' ? yield* markInbox(context) : yield* lookInInbox(context, database);
  if (before.kind !== 'done') return before;
  const outcome = yield* runHandler(context);
  if (outcome.kind === 'failed' || inbox === 'marker-first') return outcome;
  const marked = yield* markInbox(context);
  return marked.kind === 'failed' ? marked : outcome;
}

/** Tells the broker: done, or not done, so that it is delivered again or dead-lettered (R-Q-5, R-Q-9, R-Q-10). */
function* settle(...told: Parameters<typeof tellBroker>): Work<void> {
  yield* asOneDeed(tellBroker(...told));
}

function* tellBroker(
  world: World,
  state: ServiceState,
  instance: Instance,
  delivery: Delivery,
  done: boolean,
): Work<void> {
  const id = consumerId(state.service.id, instance.number, delivery.queue);
  if (!done) {
    const { queue, tag, message } = delivery;
    const rejected = yield* record({
      happening: { kind: 'message.rejected', queue, tag, messageId: message.id, requeue: true },
      points: ['consumer.rejected'],
      about: aboutMessage(message),
    });
    return yield* tellOf(world, world.broker.reject(id, delivery.tag, true), rejected.number);
  }
  const [acked, ...rest] = world.broker.ack(id, delivery.tag);
  invariant(acked?.kind === 'acked', `${id} acks a delivery it holds`);
  const settled = yield* record({
    happening: { kind: 'message.acked', queue: delivery.queue, tag: delivery.tag, messageId: delivery.message.id },
    points: ['consumer.after_ack'],
    about: aboutMessage(delivery.message),
  });
  yield* tellOf(world, rest, settled.number);
}

function messageNames({ message, redelivered }: Delivery): Json {
  const { id, type, subject, sequence, correlationid, causationid } = message;
  return { id, type, subject, sequence, correlationid, causationid, redelivered };
}
