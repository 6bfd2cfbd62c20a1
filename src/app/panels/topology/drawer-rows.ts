import type { Row } from '#sim/model/rows.ts';
import { allItems } from '#sim/projections/ordered-list.ts';
import { type RowState, type TableView, pageOf } from '#sim/projections/tables.ts';

/** What a drawer says of a row: that it changed lately, and whether everybody sees it yet. */
export interface DrawerRow {
  readonly key: string;
  readonly row: Row;
  readonly mark: 'inserted' | 'updated' | 'deleted' | 'reverted' | null;
  readonly pending: boolean;
}

export interface DrawerTable {
  readonly rows: readonly DrawerRow[];
  /** Rows in the table as the open transaction sees it, those not shown included. */
  readonly count: number;
}

/** The few rows a drawer has room for: those changed last come first, all stand in key order. */
export function drawerRows(table: TableView, atMost: number): DrawerTable {
  const touched = new Map([...table.recent, ...table.touches].map((touch) => [touch.key, touch]));
  const rowOf = (state: RowState): readonly DrawerRow[] => {
    const row = state.current ?? state.committed;
    if (row === null) return [];
    const mark = touched.get(state.key)?.kind ?? null;
    return [{ key: state.key, row, mark, pending: state.pending !== null }];
  };
  const gone = table.touches.flatMap(({ kind, key, before }): readonly DrawerRow[] =>
    kind === 'deleted' && before !== null ? [{ key, row: before, mark: kind, pending: false }] : [],
  );
  const changed = touched.size === 0 ? [] : allItems(table.rows).filter(({ key }) => touched.has(key));
  const marked = [...changed.flatMap(rowOf), ...gone.filter(({ key }) => !changed.some((state) => state.key === key))];
  const lately = marked.slice(-atMost);
  const others = pageOf(table, 0, atMost + lately.length)
    .flatMap(rowOf)
    .filter(({ key }) => !lately.some((row) => row.key === key))
    .slice(0, Math.max(0, atMost - lately.length));
  return { rows: [...others, ...lately].sort((a, b) => (a.key < b.key ? -1 : 1)), count: table.rows.size };
}
