import { isList, isMap, type Json } from '../../model/json.ts';

/** MongoDB's order of values: null, numbers, texts, maps, lists, booleans; inside a kind by value. */
export function compareValues(a: Json, b: Json): number {
  const byKind = rank(a) - rank(b);
  if (byKind !== 0) return byKind;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [textOf(a), textOf(b)];
  return left === right ? 0 : left < right ? -1 : 1;
}

export function sameKind(a: Json, b: Json): boolean {
  return rank(a) === rank(b);
}

/** Maps are the same when they have the same keys with the same values, in whatever order. */
export function sameValue(a: Json, b: Json): boolean {
  if (isList(a) && isList(b)) return a.length === b.length && a.every((one, place) => sameValue(one, b[place] ?? null));
  if (!isMap(a) || !isMap(b)) return a === b;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key] ?? null, b[key] ?? null));
}

function rank(value: Json): number {
  if (value === null) return 0;
  if (typeof value === 'number') return 1;
  if (typeof value === 'string') return 2;
  if (typeof value === 'boolean') return 5;
  return isList(value) ? 4 : 3;
}

const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));
