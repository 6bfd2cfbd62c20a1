import { begin, commit, execute, now, query, record, rollback, start, type Home, type Work } from '../kernel/effect.ts';
import type { Database } from '../kernel/engine-port.ts';
import type { Message } from '../model/message.ts';
import { aboutMessage, publish } from './publish.ts';
import { markPublished, messageOf, selectUnpublished } from './system-operations.ts';
import type { ServiceState, World } from './world.ts';

const BATCH = 100;

const relayHome = (state: ServiceState): Home => ({ actor: state.service.id, instance: 1, part: 'relay' });

/**
 * Books the relay's next poll: the next multiple of its interval. A poll that would find nothing is not issued, so a
 * run can come to rest; nothing else about the relay depends on it. There is one relay, in the first instance: while it
 * works through a batch it is not started a second time, and while it is down it does nothing (R-OUT-9, R-KRN-6).
 */
export function* armRelay(world: World, state: ServiceState): Work<void> {
  if (state.service.messaging.publish !== 'outbox' || state.instances[0]?.up !== true || !state.databaseUp) return;
  const { relay } = state;
  if (relay === 'polling') state.relay = 'polling-again';
  if (relay !== 'idle') return;
  state.relay = 'armed';
  const pollMs = Math.max(1, state.service.messaging.pollMs);
  const current = yield* now();
  const next = (Math.floor(current / pollMs) + 1) * pollMs;
  yield* start(relayHome(state), () => poll(world, state), next - current);
}

/** Unpublished rows in `seq` order, each published, confirmed, then marked in a transaction of its own (R-OUT-3). */
function* poll(world: World, state: ServiceState): Work<void> {
  state.relay = 'polling';
  const published = yield* publishBatch(world, state);
  const again = published === BATCH || wasAskedAgain(state);
  state.relay = 'idle';
  if (again) yield* armRelay(world, state);
}

const wasAskedAgain = ({ relay }: ServiceState): boolean => relay === 'polling-again';

/** Answers how many rows were published and marked. A row that cannot be marked ends the batch: it will come again. */
function* publishBatch(world: World, state: ServiceState): Work<number> {
  const { database } = state;
  if (database === null || !state.databaseUp) return 0;
  const found = yield* query(database, selectUnpublished(database.spec.engine, BATCH), state.service.id);
  if (!found.ok || found.value.count === 0) return 0;
  const messages = found.value.rows.map(messageOf);
  const [first] = messages;
  yield* record({
    happening: { kind: 'outbox.selected', database: database.spec.id, messages: messages.map(({ id }) => id) },
    points: ['relay.after_select'],
    about: first === undefined ? {} : aboutMessage(first),
  });
  let published = 0;
  for (const message of messages) {
    if (!(yield* publishAndMark(world, state, database, message))) break;
    published += 1;
  }
  return published;
}

function* publishAndMark(world: World, state: ServiceState, database: Database, message: Message): Work<boolean> {
  const cause = state.recorded.get(message.id) ?? null;
  yield* publish(world, { message, by: 'relay', about: {}, line: null, cause, confirm: true });
  yield* begin(database, state.service.id, null);
  const marked = yield* execute(database, markPublished(database.spec.engine, message.id, yield* now()));
  if (!marked.ok) {
    yield* rollback(database);
    return false;
  }
  if (!(yield* commit(database)).ok) return false;
  state.recorded.delete(message.id);
  yield* record({
    happening: {
      kind: 'outbox.marked',
      database: database.spec.id,
      messageId: message.id,
      changes: marked.value.changes,
    },
    points: ['relay.after_mark'],
    about: aboutMessage(message),
  });
  return true;
}
