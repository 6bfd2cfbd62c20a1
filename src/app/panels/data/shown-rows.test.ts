import { describe, expect, it } from 'vitest';
import type { RowChange } from '#sim/model/rows.ts';
import { project } from '#sim/projections/projection.ts';
import { tables, type TableView } from '#sim/projections/tables.ts';
import type { Happening } from '#sim/trace/happening.ts';
import type { Opening } from '#sim/trace/trace.ts';
import { aStep } from '../../session/testing/steps.ts';
import { type RowsView, shownRows } from './shown-rows.ts';

const columns = [
  { name: 'id', type: 'text', key: true },
  { name: 'n', type: 'integer', key: false },
];
const row = (id: string, n: number) => ({ id, n });
const OPENING: Opening = {
  clients: [],
  services: [],
  exchanges: [],
  queues: [],
  databases: [
    {
      id: 'order',
      owner: 'order',
      engine: 'postgres',
      product: 'PostgreSQL',
      standsFor: null,
      tables: [{ name: 'orders', columns, system: false, rows: [row('A', 1), row('B', 2), row('C', 3)] }],
    },
  ],
};
const statement = { text: '', values: [] };
const change = (key: string, before: number | null, after: number | null): RowChange => ({
  table: 'orders',
  key,
  before: before === null ? null : row(key, before),
  after: after === null ? null : row(key, after),
});
const begin: Happening = { kind: 'transaction.begun', database: 'order', tx: 't1' };
const commit: Happening = { kind: 'transaction.committed', database: 'order', tx: 't1', tables: ['orders'] };
const abort: Happening = { kind: 'transaction.aborted', database: 'order', tx: 't1', reason: 'refused' };
const write = (...changes: readonly RowChange[]): Happening => ({
  kind: 'rows.changed',
  database: 'order',
  tx: 't1',
  statement,
  count: changes.length,
  changes,
});

function after(...happenings: readonly Happening[]): TableView {
  const steps = happenings.map((happening, index) => aStep(index + 1, happening));
  const [table] = project(tables, OPENING, steps)[0]?.tables ?? [];
  if (table === undefined) throw new Error('the table of the test is there');
  return table;
}
const text = (value: unknown) => (typeof value === 'number' ? String(value) : '');
const linesOf = (table: TableView, view: RowsView, start = 0, count = 200) =>
  shownRows(table, view, start, count).map(({ key, mark, pending, cells }) => {
    const [, n] = cells;
    return [key, mark ?? '', pending ? 'pending' : 'settled', text(n?.was), text(n?.value)].join(' ');
  });

const story = write(change('B', 2, 20), change('C', 3, null), change('BB', null, 9));

describe('the rows of a table', () => {
  it('show a change with what it was, and hatch it while nobody else can see it', () => {
    expect(linesOf(after(begin, story), 'change')).toEqual([
      'A  settled  1',
      'B updated pending 2 20',
      'BB inserted pending  9',
      'C deleted pending  3',
    ]);
  });

  it('keep telling of the change once it is committed, deleted rows in their old place', () => {
    expect(linesOf(after(begin, story, commit), 'change')).toEqual([
      'A  settled  1',
      'B updated settled 2 20',
      'BB inserted settled  9',
      'C deleted settled  3',
    ]);
  });

  it('show what stood there before, and what stands there after', () => {
    const table = after(begin, story, commit);

    expect(linesOf(table, 'before')).toEqual(['A  settled  1', 'B  settled  2', 'C  settled  3']);
    expect(linesOf(table, 'after')).toEqual(['A  settled  1', 'B  settled  20', 'BB  settled  9']);
  });

  it('tell of a change that was undone', () => {
    const table = after(begin, story, abort);

    expect(linesOf(table, 'change')).toEqual([
      'A  settled  1',
      'B reverted settled 20 2',
      'BB reverted settled  9',
      'C reverted settled  3',
    ]);
    expect(shownRows(table, 'change', 0, 200).map(({ gone }) => gone)).toEqual([false, false, true, false]);
    expect(linesOf(table, 'after')).toEqual(['A  settled  1', 'B  settled  2', 'C  settled  3']);
    expect(linesOf(table, 'before')).toEqual(['A  settled  1', 'B  settled  2', 'C  settled  3']);
  });

  it('come a page at a time', () => {
    const table = after(begin, write(change('D', null, 4)), commit);

    expect(linesOf(table, 'after', 0, 2)).toHaveLength(2);
    expect(linesOf(table, 'after', 2, 2)).toEqual(['C  settled  3', 'D  settled  4']);
  });

  it('show every field of a document, also those that no other document has', () => {
    const odd = { ...change('D', null, 4), after: { id: 'D', note: 'x' } };
    const shown = shownRows(after(begin, write(odd), commit), 'after', 0, 200).at(-1);

    expect(shown?.cells.map(({ column }) => column)).toEqual(['id', 'n', 'note']);
  });
});
