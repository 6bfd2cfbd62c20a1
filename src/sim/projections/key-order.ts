import type { Json } from '../model/json.ts';
import type { ColumnShape, Row } from '../model/rows.ts';

/** The values that identify a row, in the order of its key columns; the printed key where the table declares none. */
export type KeyValues = readonly Json[];

export function keyOf(row: Row, columns: readonly ColumnShape[], printed: string): KeyValues {
  const values = columns.filter(({ key }) => key).map(({ name }) => row[name] ?? null);
  return values.length > 0 ? values : [printed];
}

/** A key as a change names it: `O-1`, or `O-1, SKU-BOOK` when it has several columns. */
export const printKey = (key: KeyValues): string =>
  key.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(', ');

/** Numbers by size before texts by code unit, as keys are ordered in a snapshot. Never by locale: a trace reads the same everywhere. */
export function compareKeys(a: KeyValues, b: KeyValues): number {
  for (let place = 0; place < Math.max(a.length, b.length); place += 1) {
    const order = compareValues(a[place] ?? null, b[place] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

function compareValues(a: Json, b: Json): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const left = rank(a);
  const right = rank(b);
  return left[0] === right[0] ? compareTexts(left[1], right[1]) : left[0] - right[0];
}

function rank(value: Json): readonly [number, string] {
  if (value === null) return [0, ''];
  if (typeof value === 'number') return [1, ''];
  return typeof value === 'string' ? [2, value] : [3, JSON.stringify(value)];
}

export const compareTexts = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
