import type { Json } from '#sim/model/json.ts';
import type { ColumnShape, Row } from '#sim/model/rows.ts';

/** A row in the width of a drawer: what it is on the left, its figure on the right. */
export interface RowText {
  readonly left: string;
  readonly right: string;
}

const PLUMBING = /(_ms|^version|_version|^message_id|^seq|^payload|^headers|^aggregate\w*)$/;

/** Key first, then what is not plumbing; the last figure goes to the right, where figures can be compared. */
export function rowText(row: Row, columns: readonly ColumnShape[]): RowText {
  const keys = columns.filter(({ key }) => key).map(({ name }) => name);
  const others = Object.keys(row).filter((name) => !keys.includes(name) && !PLUMBING.test(name));
  const figure = others.findLast((name) => typeof row[name] === 'number');
  const left = [...keys.filter((name) => !PLUMBING.test(name)), ...others.filter((name) => name !== figure)];
  return {
    left: left.flatMap((name) => shown(row[name])).join('  '),
    right: figure === undefined ? '' : shown(row[figure]).join(''),
  };
}

function shown(value: Json | undefined): readonly string[] {
  if (value === null || value === undefined || value === '') return [];
  return [typeof value === 'string' ? value : typeof value === 'object' ? '{…}' : String(value)];
}
