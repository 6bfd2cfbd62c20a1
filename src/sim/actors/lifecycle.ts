import { kill, record, signal, start, type Home, type Work } from '../kernel/effect.ts';
import type { StepNumber } from '../model/ids.ts';
import { type Answer } from './api.ts';
import { tellOf } from './broker-actor.ts';
import { DEFAULT_RESTART_MS, LATENCY } from './latency.ts';
import { armRelay } from './relay.ts';
import { consumerId, type Instance, type ServiceState, type World } from './world.ts';

/** A service instance connects its consumers to the broker. */
export function* connect(
  world: World,
  state: ServiceState,
  instance: Instance,
  cause: StepNumber | null = null,
): Work<void> {
  const { id, messaging, consumes } = state.service;
  for (const { queue, name, prefetch } of consumes) {
    const consumer = consumerId(id, instance.number, queue);
    world.consumers.set(consumer, { service: id, instance: instance.number, consumption: name, queue });
    yield* tellOf(world, world.broker.subscribe(queue, consumer, prefetch, messaging.ack === 'auto'), cause);
  }
}

/**
 * A crash: memory, handlers, timers and open transactions are gone; durable rows stay; the broker learns of it after
 * the detection delay and only then delivers again (R-KRN-5, R-KRN-6).
 */
export function* crashInstance(
  world: World,
  state: ServiceState,
  instance: Instance,
  forMs: number | null,
): Work<void> {
  const { id } = state.service;
  const life = instance.life;
  instance.up = false;
  yield* kill(id, instance.number, null);
  if (instance.number === 1) state.relay = 'idle';
  const lost = [
    ...instance.answering.keys(),
    ...[...instance.mailboxes.values()].flat().map(({ message }) => message.id),
  ];
  yield* record({
    happening: { kind: 'service.crashed', service: id, instance: instance.number, lost },
    points: ['service.crashed'],
    actor: id,
  });
  const broken: Answer = { kind: 'broken', outcome: 'unknown', reason: 'connection reset' };
  for (const { signal: answer } of instance.answering.values()) yield* signal(answer, broken, LATENCY.network);
  instance.answering.clear();
  instance.mailboxes.clear();
  instance.busy.clear();
  const restartMs = forMs ?? DEFAULT_RESTART_MS;
  const home = homeOf(state, instance);
  yield* start(home, () => loseConnections(world, state, instance, life), Math.min(LATENCY.detection, restartMs));
  yield* start(home, () => restart(world, state, instance), restartMs);
}

const homeOf = (state: ServiceState, instance: Instance): Home => ({
  actor: state.service.id,
  instance: instance.number,
  part: 'process',
});

/** The broker notices: what was unacked goes back to its queue, to be delivered again (R-Q-6). */
function* loseConnections(world: World, state: ServiceState, instance: Instance, life: number): Work<void> {
  if (instance.life !== life || instance.up) return;
  const queues = state.service.consumes.map(({ queue }) => queue);
  if (queues.length === 0) return;
  const lost = yield* record({
    happening: { kind: 'connection.lost', service: state.service.id, instance: instance.number, queues },
    actor: 'broker',
  });
  for (const queue of queues)
    yield* tellOf(world, world.broker.disconnect(consumerId(state.service.id, instance.number, queue)), lost.number);
}

function* restart(world: World, state: ServiceState, instance: Instance): Work<void> {
  if (instance.up) return;
  instance.up = true;
  instance.life += 1;
  const { number } = yield* record({
    happening: { kind: 'service.restarted', service: state.service.id, instance: instance.number },
    points: ['service.restarted'],
  });
  yield* connect(world, state, instance, number);
  if (instance.number === 1) yield* armRelay(world, state);
}
