import type { Operation } from '../kernel/engine-port.ts';
import { isMap, type Json, type JsonMap } from '../model/json.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { evaluateValue } from '../scenario/expressions/value.ts';
import type { ReadStep, WriteStep } from '../scenario/handler-step.ts';
import { compileSql, tablesIn } from '../scenario/sql-text.ts';
import type { Value } from '../scenario/scenario.ts';
import type { StatementText } from '../trace/happening.ts';
import { type Context, scopeOf } from './context.ts';
import type { CompiledStatement, World } from './world.ts';

/** An operation ready for an engine, and the same as the reader sees it. */
export interface Statement {
  readonly operation: Operation;
  readonly text: StatementText;
  readonly tables: readonly string[];
}

/** Most values of a step stand for themselves; only a text can be an expression. */
const isPlain = (value: Value): boolean => value === null || typeof value === 'number' || typeof value === 'boolean';

/** Computes a value of the scenario in the handler's scope; the problem is a sentence. */
export function compute(context: Context, value: Value): Result<Json, string> {
  if (isPlain(value)) return ok(value);
  const result = evaluateValue(value, scopeOf(context), context.host);
  return result.ok ? result : fail(result.problem.message);
}

function lookUp(context: Context, path: string): Json {
  const [first = '', ...rest] = path.split('.');
  let found: Json = context.names.get(first) ?? null;
  for (const part of rest) found = isMap(found) ? (found[part] ?? null) : null;
  return found;
}

/** A handler's SQL is read once in a run, however often it runs. */
function compiled({ statements }: World, sql: string): CompiledStatement {
  const known = statements.get(sql);
  if (known !== undefined) return known;
  const fresh = { ...compileSql(sql), tables: tablesIn(sql) };
  statements.set(sql, fresh);
  return fresh;
}

/** SQL with its `:path` holes bound to what is in scope; a name that is missing binds null. */
function sqlStatement(context: Context, sql: string): Statement {
  const { parts, names, tables } = compiled(context.world, sql);
  const values = names.map((name) => lookUp(context, name));
  return {
    operation: { kind: 'sql', parts, values },
    text: { text: sql.trim(), values: names.map((name, at) => ({ name, value: values[at] ?? null })) },
    tables,
  };
}

function documentStatement(
  collection: string,
  verb: string,
  operation: Operation,
  ...shown: readonly Json[]
): Statement {
  const details = shown.map((part) => JSON.stringify(part)).join(', ');
  return { operation, text: { text: `${collection}.${verb}(${details})`, values: [] }, tables: [collection] };
}

export function readStatement(context: Context, { source }: ReadStep): Result<Statement, string> {
  if (source.kind === 'sql') return ok(sqlStatement(context, source.sql));
  const filter = compute(context, source.filter);
  if (!filter.ok) return filter;
  const { collection, sort, limit } = source;
  return ok(
    documentStatement(
      collection,
      'find',
      { kind: 'find', collection, filter: asMap(filter.value), sort, limit },
      filter.value,
      ...(sort === null ? [] : [{ sort }]),
    ),
  );
}

export function writeStatement(context: Context, { change }: WriteStep): Result<Statement, string> {
  if (change.kind === 'sql') return ok(sqlStatement(context, change.sql));
  const { collection } = change;
  if (change.kind === 'insert') {
    const document = compute(context, change.document);
    if (!document.ok) return document;
    return ok(
      documentStatement(
        collection,
        'insertOne',
        { kind: 'insert', collection, document: asMap(document.value) },
        document.value,
      ),
    );
  }
  const filter = compute(context, change.filter);
  if (!filter.ok) return filter;
  if (change.kind === 'delete')
    return ok(
      documentStatement(
        collection,
        'deleteMany',
        { kind: 'delete', collection, filter: asMap(filter.value) },
        filter.value,
      ),
    );
  const update = compute(context, change.update);
  if (!update.ok) return update;
  const { upsert } = change;
  return ok(
    documentStatement(
      collection,
      'updateMany',
      { kind: 'update', collection, filter: asMap(filter.value), update: asMap(update.value), upsert },
      filter.value,
      update.value,
      ...(upsert ? [{ upsert }] : []),
    ),
  );
}

function asMap(value: Json): JsonMap {
  return isMap(value) ? value : {};
}
