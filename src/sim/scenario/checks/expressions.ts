import { isList, isMap } from '../../model/json.ts';
import type { Cursor } from '../decode/cursor.ts';
import { compileExpression } from '../expressions/compile.ts';
import type { Span } from '../place.ts';
import { compileSql } from '../sql-text.ts';
import { sqlTokens } from '../sql-tokens.ts';
import { slip } from './context.ts';

/** The names that an expression or a statement may use where it stands, and those that were used. */
export interface Names {
  readonly known: Set<string>;
  readonly used: Set<string>;
}

export const names = (...known: readonly string[]): Names => ({ known: new Set(known), used: new Set() });

/** An expression: it can be read, and every name in it is known. */
export function checkExpression(cursor: Cursor, scope: Names): void {
  const text = cursor.value;
  if (typeof text !== 'string' || !text.startsWith('=')) return;
  const compiled = compileExpression(text.slice(1));
  if (!compiled.ok) {
    const { code, message, start, end } = compiled.problem;
    cursor.note(code, message, { within: { start: start + 1, end: end + 1 } });
    return;
  }
  for (const name of compiled.value.names) scope.used.add(name);
  for (const { name, start, end } of compiled.value.references) {
    if (!scope.known.has(name)) unknownName(cursor, name, { start: start + 1, end: end + 1 }, scope);
  }
}

function unknownName(cursor: Cursor, name: string, within: Span, scope: Names): void {
  cursor.note('expr-name', `Nothing here is called \`${name}\`.`, { within, ...slip(name, scope.known) });
}

/** Every expression in a value, at any depth. */
export function checkValue(cursor: Cursor, scope: Names): void {
  if (isList(cursor.value)) for (const item of cursor.items()) checkValue(item, scope);
  else if (isMap(cursor.value)) for (const [, inner] of cursor.entries()) checkValue(inner, scope);
  else checkExpression(cursor, scope);
}

/** Every `:path` of a statement begins with a known name. */
export function checkHoles(cursor: Cursor, sql: string, scope: Names): void {
  if (compileSql(sql).names.length === 0) return;
  for (const token of sqlTokens(sql)) {
    if (token.kind !== 'hole') continue;
    const root = token.text.slice(1).split('.')[0] ?? '';
    scope.used.add(root);
    if (scope.known.has(root)) continue;
    unknownName(cursor, root, token, scope);
  }
}
