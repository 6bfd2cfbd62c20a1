import { asOneDeed, begin, commit, pass, record, rollback, wait, type Work } from '../kernel/effect.ts';
import type { Database } from '../kernel/engine-port.ts';
import type { HandlerStep, TransactionStep } from '../scenario/handler-step.ts';
import type { Context, OpenTransaction } from './context.ts';
import { markInbox } from './inbox.ts';
import { runSteps } from './interpreter.ts';
import { LATENCY } from './latency.ts';
import { lineOf } from './lines.ts';
import { DONE, failed, type Outcome } from './outcome.ts';
import { publishDirectly } from './publish.ts';
import { armRelay } from './relay.ts';

/**
 * One local transaction, in one turn: everything in it becomes visible together, or nothing does (R-TX-1).
 * A store without sessions has none: there each document is written on its own (R-TX-3).
 */
export function* runTransaction(context: Context, step: TransactionStep): Work<Outcome> {
  const { database } = context.state;
  if (database === null) return named(context, step, UNANSWERED);
  if (database.spec.atomicity === 'document' && isDocumentStore(database))
    return named(context, step, yield* runDocumentByDocument(context, step.steps));
  yield* wait(LATENCY.transaction);
  if (!context.state.databaseUp) return named(context, step, UNANSWERED);
  const marks = context.markerPending;
  const outcome = yield* runOneTransaction(context, database, step);
  if (outcome.kind === 'failed') context.markerPending = marks;
  return named(context, step, outcome);
}

const UNANSWERED = failed('DOWN: the database does not answer');

const isDocumentStore = (database: Database): boolean =>
  database.spec.engine === 'document' || database.spec.engine === 'memory';

function* runOneTransaction(context: Context, database: Database, step: TransactionStep): Work<Outcome> {
  const tx: OpenTransaction = {
    id: context.world.envelopes.nextId('T'),
    afterCommit: [],
    recorded: new Map(),
    tables: new Set(),
  };
  context.tx = tx;
  const { about } = context;
  const line = lineOf(context, step.path);
  yield* begin(database, context.service.id, tx.id);
  yield* record({
    happening: { kind: 'transaction.begun', database: database.spec.id, tx: tx.id },
    points: ['tx.begin'],
    about,
    line,
  });
  const outcome = yield* insideTransaction(context, step);
  if (outcome.kind !== 'done' && outcome.kind !== 'replied') return yield* abort(context, database, tx, step, outcome);
  yield* pass('tx.before_commit');
  yield* pass(context.trigger.kind === 'request' ? 'rpc.server.before_commit' : 'consumer.before_commit');

  const committed = yield* commit(database);
  context.tx = null;
  if (!committed.ok) return yield* aborted(context, database, tx, step, failed(committed.problem.message));
  yield* asOneDeed(tellCommit(context, database, tx, step));
  if (tx.recorded.size > 0) yield* armRelay(context.world, context.state);
  for (const message of tx.afterCommit) yield* publishDirectly(context, message);
  return outcome;
}

/** From here on the outbox rows are there, and the step that committed them is the cause of their publication. */
function* tellCommit(context: Context, database: Database, tx: OpenTransaction, step: TransactionStep): Work<void> {
  const done = yield* record({
    happening: { kind: 'transaction.committed', database: database.spec.id, tx: tx.id, tables: [...tx.tables].sort() },
    points: [
      'tx.after_commit',
      context.trigger.kind === 'request' ? 'rpc.server.after_commit_before_reply' : 'consumer.after_commit_before_ack',
    ],
    about: context.about,
    line: lineOf(context, `${step.path}.commit`),
  });
  for (const id of tx.recorded.keys()) context.state.recorded.set(id, done.number);
}

function* insideTransaction(context: Context, step: TransactionStep): Work<Outcome> {
  if (context.markerPending) {
    context.markerPending = false;
    const known = yield* markInbox(context);
    if (known.kind !== 'done') return known;
  }
  return yield* runSteps(context, step.steps);
}

function* abort(
  context: Context,
  database: Database,
  tx: OpenTransaction,
  step: TransactionStep,
  outcome: Outcome,
): Work<Outcome> {
  if (outcome.kind === 'refused') yield* pass('tx.refused');
  yield* rollback(database);
  context.tx = null;
  return yield* aborted(context, database, tx, step, outcome);
}

function* aborted(
  context: Context,
  database: Database,
  tx: OpenTransaction,
  step: TransactionStep,
  outcome: Outcome,
): Work<Outcome> {
  const reason = outcome.kind === 'refused' || outcome.kind === 'failed' ? outcome.reason : outcome.kind;
  yield* record({
    happening: { kind: 'transaction.aborted', database: database.spec.id, tx: tx.id, reason },
    points: ['tx.aborted'],
    about: context.about,
    line: lineOf(context, step.path),
  });
  return outcome;
}

/** Each document commits alone, and others can come in between: that is where it breaks (F-DB-6). */
function* runDocumentByDocument(context: Context, steps: readonly HandlerStep[]): Work<Outcome> {
  if (context.markerPending) {
    context.markerPending = false;
    const known = yield* markInbox(context);
    if (known.kind !== 'done') return known;
  }
  context.writtenAlone = 0;
  const outcome = yield* runSteps(context, steps);
  context.writtenAlone = null;
  return outcome;
}

/** An outcome with a name is the handler's to read; without one it ends the handler. */
function named(context: Context, step: TransactionStep, outcome: Outcome): Outcome {
  if (step.as === null) return outcome;
  if (outcome.kind !== 'failed' && outcome.kind !== 'done') return outcome;
  context.names.set(step.as, {
    outcome: outcome.kind === 'done' ? 'ok' : 'failed',
    reason: outcome.kind === 'failed' ? outcome.reason : null,
  });
  return DONE;
}
