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
 * run can come to rest; nothing else about the relay depends on it.
 */
export function* armRelay(world: World, state: ServiceState): Work<void> {
  if (state.relayArmed) return;
  state.relayArmed = true;
  const { pollMs } = state.service.messaging;
  const current = yield* now();
  const next = (Math.floor(current / pollMs) + 1) * pollMs;
  yield* start(relayHome(state), () => poll(world, state), next - current);
}

/** Unpublished rows in `seq` order, each published, confirmed, then marked in a transaction of its own (R-OUT-3). */
function* poll(world: World, state: ServiceState): Work<void> {
  state.relayArmed = false;
  const { database } = state;
  if (database === null || !state.databaseUp) return;
  const found = yield* query(database, selectUnpublished(database.spec.engine, BATCH), state.service.id);
  if (!found.ok || found.value.count === 0) return;
  const messages = found.value.rows.map(messageOf);
  const [first] = messages;
  yield* record({
    happening: { kind: 'outbox.selected', database: database.spec.id, messages: messages.map(({ id }) => id) },
    points: ['relay.after_select'],
    about: first === undefined ? {} : aboutMessage(first),
  });
  for (const message of messages) yield* publishAndMark(world, state, database, message);
  if (messages.length === BATCH) yield* armRelay(world, state);
}

function* publishAndMark(world: World, state: ServiceState, database: Database, message: Message): Work<void> {
  const cause = state.recorded.get(message.id) ?? null;
  yield* publish(world, { message, by: 'relay', about: {}, line: null, cause, confirm: true });
  if (!state.databaseUp) return;
  yield* begin(database, state.service.id, null);
  const marked = yield* execute(database, markPublished(database.spec.engine, message.id, yield* now()));
  if (!marked.ok) {
    yield* rollback(database);
    return;
  }
  yield* commit(database);
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
}
