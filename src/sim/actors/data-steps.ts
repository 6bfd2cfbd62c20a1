import type { Database, Executed, Refusal } from '../kernel/engine-port.ts';
import { begin, commit, execute, pass, query, record, rollback, wait, type Work } from '../kernel/effect.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { ReadStep, WriteStep } from '../scenario/handler-step.ts';
import type { Happening } from '../trace/happening.ts';
import { UNAVAILABLE } from '../kernel/connections.ts';
import type { Context } from './context.ts';
import { lineOf } from './lines.ts';
import { DONE, failed, type Outcome } from './outcome.ts';
import { LATENCY } from './latency.ts';
import { readStatement, type Statement, writeStatement } from './statement.ts';
import { serviceState } from './world.ts';

/** A second connection would not be part of the transaction; only its own database is (R-OWN-3). */
const ONE_DATABASE = "a local transaction touches one database, its service's own";

/** Reads rows and names them (`row`, `rows`, `count`). */
export function* runRead(context: Context, step: ReadStep): Work<Outcome> {
  const statement = readStatement(context, step);
  if (!statement.ok) return failed(statement.problem);
  if (context.tx === null) yield* wait(LATENCY.read);
  const target = targetOf(context, step.in);
  if (context.tx !== null && !target.own) return failed(ONE_DATABASE);
  const result = yield* ask(context, target, statement.value);
  if (!result.ok) return yield* refused(context, step, statement.value, target, result.problem);

  const { operation: _operation, text, tables } = statement.value;
  const { rows, count } = result.value;
  yield* record({
    happening: { kind: 'rows.read', database: target.id, statement: text, tables, count },
    points: ['db.after'],
    about: context.about,
    line: lineOf(context, step.path),
  });
  keep(context, step, { rows, count });
  return DONE;
}

function* ask(context: Context, target: Target, statement: Statement): Work<Result<Executed, Refusal>> {
  if (target.database === null) return fail(UNAVAILABLE);
  const inside = context.tx !== null && target.own;
  return inside
    ? yield* execute(target.database, statement.operation)
    : yield* query(target.database, statement.operation, context.service.id);
}

/** Changes rows, in the open transaction or, without one, in a commit of its own. */
export function* runWrite(context: Context, step: WriteStep): Work<Outcome> {
  const statement = writeStatement(context, step);
  if (!statement.ok) return failed(statement.problem);
  const target = targetOf(context, step.in);
  if (context.tx !== null && !target.own) return failed(ONE_DATABASE);
  const inside = context.tx !== null && target.own;
  if ((context.writtenAlone ?? 0) > 0) yield* pass('tx.between_documents');
  if (!inside && context.tx === null) yield* wait(LATENCY.document);
  const result = inside
    ? yield* writeInside(target, statement.value)
    : yield* writeAlone(context, target, statement.value);
  if (!result.ok) return yield* refused(context, step, statement.value, target, result.problem);

  const { rows, count, changes } = result.value;
  for (const table of new Set(changes.map((change) => change.table))) context.tx?.tables.add(table);
  yield* record({
    happening: {
      kind: 'rows.changed',
      database: target.id,
      tx: inside ? (context.tx?.id ?? null) : null,
      statement: statement.value.text,
      count,
      changes,
    },
    points: inside ? ['db.after'] : ['db.after', 'tx.after_commit'],
    about: context.about,
    line: lineOf(context, step.path),
  });
  if (context.writtenAlone !== null) context.writtenAlone += 1;
  keep(context, step, { rows, count });
  if (step.as !== undefined && step.as !== null) context.names.set(step.as, { outcome: 'ok', reason: null });
  return DONE;
}

function* writeInside(target: Target, statement: Statement): Work<Result<Executed, Refusal>> {
  if (target.database === null) return fail(UNAVAILABLE);
  return yield* execute(target.database, statement.operation);
}

function* writeAlone(context: Context, target: Target, statement: Statement): Work<Result<Executed, Refusal>> {
  if (target.database === null) return fail(UNAVAILABLE);
  yield* begin(target.database, context.service.id, null);
  const result = yield* execute(target.database, statement.operation);
  if (!result.ok) {
    yield* rollback(target.database);
    return result;
  }
  const committed = yield* commit(target.database);
  return committed.ok ? ok(result.value) : committed;
}

interface Target {
  readonly id: string;
  readonly database: Database | null;
  readonly own: boolean;
}

function targetOf(context: Context, service: string | null): Target {
  const owner = service ?? context.service.id;
  const state = serviceState(context.world, owner);
  return { id: owner, database: state.database, own: owner === context.service.id };
}

/** Says what was refused and by whom. A step that names its outcome goes on; any other ends its handler. */
function* refused(
  context: Context,
  step: ReadStep | WriteStep,
  statement: Statement,
  target: Target,
  refusal: Refusal,
): Work<Outcome> {
  const { id: database, own } = target;
  const denied = !own && refusal.reason === 'permission';
  const happening: Happening = denied
    ? {
        kind: 'access.denied',
        database,
        caller: context.service.id,
        statement: statement.text,
        refusal,
        by: refusal.code === 'ACCESS_DENIED' ? 'port' : 'engine',
      }
    : {
        kind: 'statement.refused',
        database,
        tx: own ? (context.tx?.id ?? null) : null,
        statement: statement.text,
        refusal,
      };
  yield* record({ happening, points: ['db.refused'], about: context.about, line: lineOf(context, step.path) });
  yield* pass('db.after');
  const name = step.verb === 'write' ? step.as : null;
  if (name !== undefined && name !== null) {
    context.names.set(name, { outcome: 'failed', reason: refusal.code });
    return DONE;
  }
  return failed(`${refusal.code}: ${refusal.message}`, refusal.reason === 'constraint' ? 422 : 500);
}

function keep(context: Context, step: ReadStep | WriteStep, { rows, count }: Pick<Executed, 'rows' | 'count'>): void {
  if (step.row !== null) context.names.set(step.row, rows[0] ?? null);
  if (step.rows !== null) context.names.set(step.rows, rows);
  if (step.count !== null) context.names.set(step.count, count);
}
