import { printJson } from '../model/print-json.ts';
import type { Row, RowChange, TableContents } from '../model/rows.ts';

/**
 * What a migration did to the rows, whatever statement did it: a column that was renamed, added or dropped changes every
 * row of its table. Tables that are gone took their rows with them.
 */
export function changesBetween(
  before: readonly TableContents[],
  after: readonly TableContents[],
): readonly RowChange[] {
  return after.flatMap((table) => {
    const old = before.find(({ name }) => name === table.name);
    const rowsBefore = new Map((old?.rows ?? []).map((row) => [keyOf(row, old ?? table), row]));
    const rowsAfter = new Map(table.rows.map((row) => [keyOf(row, table), row]));
    const keys = new Set([...rowsBefore.keys(), ...rowsAfter.keys()]);
    return [...keys].flatMap((key) =>
      changeOf(table.name, key, rowsBefore.get(key) ?? null, rowsAfter.get(key) ?? null),
    );
  });
}

function changeOf(table: string, key: string, before: Row | null, after: Row | null): readonly RowChange[] {
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ table, key, before, after }];
}

function keyOf(row: Row, { columns }: TableContents): string {
  const key = columns.filter((column) => column.key);
  if (key.length === 0) return JSON.stringify(row);
  return key.map(({ name }) => printJson(row[name])).join(', ');
}
