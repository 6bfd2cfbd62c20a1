import { isList, isMap, type Json } from '../../model/json.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import type { ExpressionHost, ExpressionProblem, Scope } from '../expression.ts';
import type { Value } from '../scenario.ts';
import { compileExpression } from './compile.ts';
import { put } from './convert.ts';

/** A problem and where in the value it is: `lines.0.qty`, empty for the value itself. */
export interface ValueProblem extends ExpressionProblem {
  readonly path: string;
}

/** Whether a value is an expression: a text that begins with `=`. */
export const isExpression = (value: Json | undefined): value is string =>
  typeof value === 'string' && value.startsWith('=');

/**
 * Computes every text that begins with `=`, at any depth; keys and everything else stay as they are. A text that must
 * begin with `=` is written `='=…'`, an expression that is a text. The first problem ends it, with its path.
 */
export function evaluateValue(value: Value, scope: Scope, host: ExpressionHost): Result<Json, ValueProblem> {
  return evaluateAt(value, scope, host, '');
}

/** All free names in a value, sorted; expressions that cannot be read have none. */
export function namesIn(value: Value): readonly string[] {
  const names = new Set<string>();
  for (const { text } of expressionsIn(value)) {
    const compiled = compileExpression(text);
    if (compiled.ok) for (const name of compiled.value.names) names.add(name);
  }
  return [...names].sort();
}

/** The expressions in a value, texts without `=`, each with its path. */
export function expressionsIn(value: Value, path = ''): readonly { readonly text: string; readonly path: string }[] {
  if (isExpression(value)) return [{ text: value.slice(1), path }];
  if (isList(value)) return value.flatMap((element, index) => expressionsIn(element, inside(path, String(index))));
  if (isMap(value)) return Object.entries(value).flatMap(([key, element]) => expressionsIn(element, inside(path, key)));
  return [];
}

function evaluateAt(value: Json, scope: Scope, host: ExpressionHost, path: string): Result<Json, ValueProblem> {
  if (isExpression(value)) {
    const compiled = compileExpression(value.slice(1));
    const result = compiled.ok ? compiled.value.evaluate(scope, host) : compiled;
    return result.ok ? result : fail({ ...result.problem, path });
  }
  if (isList(value)) {
    const list: Json[] = [];
    for (const [index, element] of value.entries()) {
      const result = evaluateAt(element, scope, host, inside(path, String(index)));
      if (!result.ok) return result;
      list.push(result.value);
    }
    return ok(list);
  }
  if (!isMap(value)) return ok(value);
  const map: Record<string, Json> = {};
  for (const [key, element] of Object.entries(value)) {
    const result = evaluateAt(element, scope, host, inside(path, key));
    if (!result.ok) return result;
    put(map, key, result.value);
  }
  return ok(map);
}

const inside = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);
