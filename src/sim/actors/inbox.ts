import { begin, commit, execute, now, query, record, rollback, type Work } from '../kernel/effect.ts';
import type { Database } from '../kernel/engine-port.ts';
import type { Context } from './context.ts';
import { DONE, failed, type Outcome } from './outcome.ts';
import { findInboxMarker, insertInboxMarker } from './system-operations.ts';

/** Puts the inbox marker in the open transaction, or alone where there is none. `duplicate` when it was there (R-INB-2). */
export function* markInbox(context: Context): Work<Outcome> {
  const { database } = context.state;
  if (context.trigger.kind !== 'message' || database === null) return DONE;
  const { consumer, message } = context.trigger;
  const operation = insertInboxMarker(database.spec.engine, consumer, message.id, yield* now());
  const alone = context.tx === null;
  if (alone) yield* begin(database, context.service.id, null);
  const result = yield* execute(database, operation);
  const known = result.ok ? result.value.count === 0 : result.problem.reason === 'constraint';
  if (alone) yield* known || !result.ok ? rollback(database) : commit(database);
  if (known) return yield* discard(context, consumer, message.id);
  if (!result.ok) return failed(result.problem.message);
  context.tx?.tables.add('inbox');
  yield* record({
    happening: {
      kind: 'inbox.marked',
      database: database.spec.id,
      tx: context.tx?.id ?? null,
      consumer,
      messageId: message.id,
      changes: result.value.changes,
    },
    points: ['inbox.marked'],
    about: context.about,
  });
  return DONE;
}

/** Looks first: the check of `check-then-act`, which two copies can both pass (R-INB-3). */
export function* lookInInbox(context: Context, database: Database): Work<Outcome> {
  if (context.trigger.kind !== 'message') return DONE;
  const { consumer, message } = context.trigger;
  const found = yield* query(database, findInboxMarker(database.spec.engine, consumer, message.id), context.service.id);
  if (!found.ok) return failed(found.problem.message);
  if (found.value.count > 0) return yield* discard(context, consumer, message.id);
  return DONE;
}

function* discard(context: Context, consumer: string, messageId: string): Work<Outcome> {
  yield* record({
    happening: { kind: 'message.discarded', consumer, messageId, reason: 'duplicate' },
    points: ['inbox.duplicate'],
    about: context.about,
  });
  return { kind: 'duplicate' };
}
