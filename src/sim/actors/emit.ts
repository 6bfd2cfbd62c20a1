import { asOneDeed, begin, commit, execute, now, record, rollback, wait, type Work } from '../kernel/effect.ts';
import type { Database } from '../kernel/engine-port.ts';
import type { Message } from '../model/message.ts';
import { printJson } from '../model/print-json.ts';
import type { EmitStep } from '../scenario/handler-step.ts';
import { causationOf, correlationOf, type Context } from './context.ts';
import { LATENCY } from './latency.ts';
import { lineOf } from './lines.ts';
import { DONE, failed, type Outcome } from './outcome.ts';
import { publishDirectly, sendDirectly } from './publish.ts';
import { armRelay } from './relay.ts';
import { compute } from './statement.ts';
import { insertOutboxRow } from './system-operations.ts';

/** Makes the message, then records it in the outbox or publishes it, as the service's messaging says. */
export function* runEmit(context: Context, step: EmitStep): Work<Outcome> {
  const message = seal(context, step);
  if (typeof message === 'string') return failed(message);
  const { publish } = context.service.messaging;
  if (publish === 'outbox') return yield* recordInOutbox(context, step, message);
  if (context.tx === null) yield* publishDirectly(context, message, lineOf(context, step.path));
  else if (publish === 'direct-before-commit') yield* sendDirectly(context, message, lineOf(context, step.path));
  else context.tx.afterCommit.push(message);
  return DONE;
}

/** The message in its envelope, or the sentence that says what could not be computed. */
function seal(context: Context, step: EmitStep): Message | string {
  const data = compute(context, step.data);
  if (!data.ok) return data.problem;
  const type = context.world.scenario.messages[step.type];
  const before = context.names.get('data');
  context.names.set('data', data.value);
  const subject = compute(context, type?.subject ?? null);
  if (before === undefined) context.names.delete('data');
  else context.names.set('data', before);
  if (!subject.ok) return subject.problem;
  return context.world.envelopes.seal({
    kind: step.verb === 'emit' ? 'event' : 'command',
    source: `/${context.service.id}`,
    type: step.type,
    version: step.version,
    subject: subject.value === null ? null : printJson(subject.value),
    correlationid: correlationOf(context),
    causationid: causationOf(context),
    data: data.value,
  });
}

/** Business rows and outbox row commit in one local transaction (R-OUT-1); without one open, the row gets its own. */
function* recordInOutbox(context: Context, step: EmitStep, message: Message): Work<Outcome> {
  const { database } = context.state;
  if (database === null) return failed('DOWN: the database does not answer');
  if (context.tx !== null) return yield* insertRow(context, step, message, database, context.tx.id);
  yield* wait(LATENCY.document);
  const tx = context.world.envelopes.nextId('T');
  yield* begin(database, context.service.id, tx);
  const outcome = yield* insertRow(context, step, message, database, tx);
  if (outcome.kind !== 'done') {
    yield* rollback(database);
    return outcome;
  }
  const committed = yield* commit(database);
  if (!committed.ok) {
    const reason = `${committed.problem.code}: ${committed.problem.message}`;
    yield* record({
      happening: { kind: 'transaction.aborted', database: database.spec.id, tx, reason },
      points: ['tx.aborted'],
      about: context.about,
      line: lineOf(context, step.path),
    });
    return failed(reason);
  }
  yield* asOneDeed(tellCommit(context, step, message, database, tx));
  yield* armRelay(context.world, context.state);
  return DONE;
}

function* tellCommit(context: Context, step: EmitStep, message: Message, database: Database, tx: string): Work<void> {
  const done = yield* record({
    happening: { kind: 'transaction.committed', database: database.spec.id, tx, tables: ['outbox'] },
    points: ['tx.after_commit'],
    about: context.about,
    line: lineOf(context, step.path),
  });
  context.state.recorded.set(message.id, done.number);
}

function* insertRow(context: Context, step: EmitStep, message: Message, database: Database, tx: string): Work<Outcome> {
  const seq = Number(context.world.envelopes.nextId('seq', database.spec.id).slice(4));
  const result = yield* execute(database, insertOutboxRow(database.spec.engine, message, seq, yield* now()));
  if (!result.ok) return failed(`${result.problem.code}: ${result.problem.message}`);
  const recorded = yield* record({
    happening: { kind: 'message.recorded', database: database.spec.id, tx, message, changes: result.value.changes },
    points: ['outbox.recorded', 'db.after'],
    about: { ...context.about, message: message.type, messageId: message.id, subject: message.subject ?? '' },
    line: lineOf(context, step.path),
  });
  context.tx?.recorded.set(message.id, recorded.number);
  context.tx?.tables.add('outbox');
  return DONE;
}
