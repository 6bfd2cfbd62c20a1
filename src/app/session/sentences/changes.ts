import type { RowChange } from '#sim/model/rows.ts';
import type { Say } from './say.ts';

export type ChangeWord = 'inserted' | 'updated' | 'deleted';

/** What happened to the row, as one word. */
export function changeWord({ before, after }: RowChange): ChangeWord {
  if (before === null) return 'inserted';
  return after === null ? 'deleted' : 'updated';
}

/** `inserts 1 row into orders and updates 2 rows in stock`; empty when nothing changed. */
export function listChanges(changes: readonly RowChange[], { text, list }: Say): string {
  const groups = new Map<string, { readonly word: ChangeWord; readonly table: string; count: number }>();
  for (const change of changes) {
    const word = changeWord(change);
    const key = `${word} ${change.table}`;
    const group = groups.get(key) ?? { word, table: change.table, count: 0 };
    group.count += 1;
    groups.set(key, group);
  }
  return list([...groups.values()].map(({ word, table, count }) => text(`change.${word}`, { table, count })));
}
