import { describe, expect, it } from 'vitest';
import { compareKeys } from '#sim/projections/key-order.ts';
import { orderedList } from '#sim/projections/ordered-list.ts';
import type { RowState, RowTouch, TableView } from '#sim/projections/tables.ts';
import { drawerRows } from './drawer-rows.ts';
import { rowText } from './row-text.ts';

const column = (name: string, key = false) => ({ name, type: 'text', key });

const state = (key: string, more: Partial<RowState> = {}): RowState => {
  const row = { id: key, n: 1 };
  return { key, order: [key], committed: row, current: row, pending: null, ...more };
};

const touch = (key: string, kind: RowTouch['kind']): RowTouch => {
  const row = { id: key, n: 1 };
  const before = kind === 'inserted' ? null : row;
  return { kind, settled: true, key, before, after: kind === 'deleted' ? null : row };
};

function tableOf(states: readonly RowState[], { touches = [], recent = [] }: Partial<TableView> = {}): TableView {
  const rows = orderedList(states, (a, b) => compareKeys(a.order, b.order));
  return { name: 'orders', columns: [column('id', true), column('n')], system: false, rows, touches, recent };
}

const shown = (table: TableView, atMost: number) =>
  drawerRows(table, atMost).rows.map(
    ({ key, mark, pending }) => `${key}${mark === null ? '' : ` ${mark}`}${pending ? '?' : ''}`,
  );

describe('the rows a drawer shows', () => {
  it('are the first ones while nothing has changed', () => {
    const table = tableOf(['a', 'b', 'c'].map((key) => state(key)));

    expect(shown(table, 2)).toEqual(['a', 'b']);
    expect(drawerRows(table, 2).count).toBe(3);
  });

  it('are above all those changed last, in key order', () => {
    const table = tableOf(
      ['a', 'b', 'c', 'd'].map((key) => state(key)),
      { recent: [touch('c', 'updated')] },
    );

    expect(shown(table, 2)).toEqual(['a', 'c updated']);
    expect(shown(table, 1)).toEqual(['c updated']);
  });

  it('are marked while they are not committed', () => {
    const fresh = state('b', { committed: null, pending: 'insert' });
    const table = tableOf([state('a'), fresh], { recent: [{ ...touch('b', 'inserted'), settled: false }] });

    expect(shown(table, 2)).toEqual(['a', 'b inserted?']);
  });

  it('show a deleted row one last time, at the step that deletes it', () => {
    const table = tableOf([state('a')], { touches: [touch('b', 'deleted')], recent: [touch('b', 'deleted')] });

    expect(shown(table, 2)).toEqual(['a', 'b deleted']);
  });
});

describe('a row as text', () => {
  it('has its key first and its last figure on the right', () => {
    const columns = [column('id', true), column('status'), column('total_cents')];

    expect(rowText({ id: 'O-1', status: 'PLACED', total_cents: 2400 }, columns)).toEqual({
      left: 'O-1  PLACED',
      right: '2400',
    });
  });

  it('leaves out what is plumbing and what is empty', () => {
    const row = { seq: 1, id: 'E-1', type: 'OrderCreated', payload: { a: 1 }, created_at_ms: 8, published_at_ms: null };

    expect(rowText(row, [column('seq', true)])).toEqual({ left: 'E-1  OrderCreated', right: '' });
  });
});
