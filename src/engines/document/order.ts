import { isList, isMap, type Json } from '#sim/model/json.ts';

/** Place of a type in MongoDB's order; nothing at all comes first. */
export function rank(value: Json | undefined): number {
  if (value === undefined) return 0;
  if (value === null) return 1;
  if (typeof value === 'number') return 2;
  if (typeof value === 'string') return 3;
  if (isMap(value)) return 4;
  return isList(value) ? 5 : 8;
}

/** MongoDB's order over all values: null, numbers, strings by code, documents field by field, lists, truth values. */
export function compareValues(a: Json | undefined, b: Json | undefined): number {
  const byRank = rank(a) - rank(b);
  if (byRank !== 0) return byRank;
  if (isMap(a) && isMap(b)) return compareDocuments(a, b);
  if (isList(a) && isList(b)) return compareLists(a, b);
  return a === undefined || b === undefined ? 0 : compareScalars(a, b);
}

/** Equal in every respect MongoDB looks at, the order of fields among them. */
export function sameValue(a: Json | undefined, b: Json | undefined): boolean {
  return compareValues(a, b) === 0;
}

function compareScalars(a: Json, b: Json): number {
  if (a === b) return 0;
  return (a as string) < (b as string) ? -1 : 1;
}

function compareLists(a: readonly Json[], b: readonly Json[]): number {
  for (const [index, item] of a.entries()) {
    if (index >= b.length) return 1;
    const order = compareValues(item, b[index]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareDocuments(a: Readonly<Record<string, Json>>, b: Readonly<Record<string, Json>>): number {
  const [left, right] = [Object.entries(a), Object.entries(b)];
  for (const [index, [name, value]] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const order = rank(value) - rank(other[1]) || compareScalars(name, other[0]) || compareValues(value, other[1]);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
