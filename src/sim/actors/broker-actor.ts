import type { BrokerEvent } from '../broker/broker-event.ts';
import { record, signal, start, type Home, type Work } from '../kernel/effect.ts';
import type { StepNumber } from '../model/ids.ts';
import type { Message } from '../model/message.ts';
import type { Step } from '../trace/step.ts';
import { noteOf } from './broker-notes.ts';
import { LATENCY } from './latency.ts';
import { instanceState, serviceState, type World } from './world.ts';

export const BROKER_HOME: Home = { actor: 'broker', instance: 1, part: 'process' };

export interface Arrival {
  readonly message: Message;
  readonly exchange: string;
  readonly routingKey: string;
  /** The signal that carries the confirm back. */
  readonly answer: string;
}

/** A message reaches the broker: it is routed, confirmed, and pushed to whoever is ready for it (R-Q-1, R-Q-3, R-Q-4). */
export function* routeAtBroker(world: World, { message, exchange, routingKey, answer }: Arrival): Work<void> {
  const [first, ...rest] = world.broker.publish(message, exchange, routingKey, { mandatory: false });
  const routed = first === undefined ? null : yield* tell(world, first, null);
  yield* signal(answer, true, LATENCY.broker);
  yield* tellOf(world, rest, routed?.number ?? null);
}

/** Records what the broker did, in the order it did it, and sends deliveries on their way. `cause` made all of it happen. */
export function* tellOf(world: World, events: readonly BrokerEvent[], cause: StepNumber | null): Work<void> {
  for (const event of events) yield* tell(world, event, cause);
}

function* tell(world: World, event: BrokerEvent, cause: StepNumber | null): Work<Step | null> {
  const note = noteOf(event);
  if (note === null) return null;
  const step = yield* record({ ...note, actor: 'broker', cause });
  if (event.kind === 'delivered') yield* deliver(world, event, step.number);
  return step;
}

function* deliver(world: World, event: BrokerEvent & { kind: 'delivered' }, cause: StepNumber): Work<void> {
  const consumer = world.consumers.get(event.consumerId);
  if (consumer === undefined) return;
  const { service, instance, consumption } = consumer;
  const { life } = instanceState(serviceState(world, service), instance);
  const { queue, tag, message, redelivered } = event;
  const delivery = { queue, consumption, tag, message, redelivered, life, cause };
  yield* start(
    { actor: service, instance, part: 'process' },
    () => world.receive(service, instance, delivery),
    LATENCY.broker,
  );
}
