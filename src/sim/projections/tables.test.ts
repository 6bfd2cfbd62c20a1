import { describe, expect, it } from 'vitest';
import type { Happening } from '../trace/happening.ts';
import { project } from './projection.ts';
import { databaseOf, pageOf, tableOf, tables } from './tables.ts';
import { change, row, shopOpening } from './testing/shop-opening.ts';
import { TraceWriter } from './testing/trace-writer.ts';

const book = (on_hand: number) => row({ _id: 'SKU-BOOK', on_hand });
const statement = { text: 'update', values: [] };

const begun: Happening = { kind: 'transaction.begun', database: 'inventory', tx: 't1' };
const committed: Happening = { kind: 'transaction.committed', database: 'inventory', tx: 't1', tables: ['stock'] };
const aborted: Happening = { kind: 'transaction.aborted', database: 'inventory', tx: 't1', reason: 'refused' };
const crashed: Happening = { kind: 'service.crashed', service: 'inventory', instance: 1, lost: [] };

const ENDS: readonly (readonly [string, Happening])[] = [
  ['an abort', aborted],
  ['a crash of the service', crashed],
  ['a crash of the database', { kind: 'database.crashed', database: 'inventory', changes: [] }],
];

const changed = (changes: ReturnType<typeof change>[], tx: string | null = 't1'): Happening => ({
  kind: 'rows.changed',
  database: 'inventory',
  tx,
  statement,
  count: changes.length,
  changes,
});

const sold = changed([change('stock', 'SKU-BOOK', book(10), book(8))]);
const stocked = changed([change('stock', 'SKU-PEN', null, row({ _id: 'SKU-PEN', on_hand: 3 }))]);
const gone = changed([change('stock', 'SKU-BOOK', book(10), null)]);

function stockAfter(...happenings: readonly Happening[]) {
  const writer = new TraceWriter();
  for (const happening of happenings) writer.add(happening, { actor: 'inventory' });
  const database = databaseOf(project(tables, shopOpening, writer.steps), 'inventory');
  const table = database && tableOf(database, 'stock');
  if (table === undefined) throw new Error('the shop has stock');
  const rows = pageOf(table, 0, 10).map(({ key, committed: was, current, pending }) => ({
    key,
    committed: was?.['on_hand'] ?? null,
    current: current?.['on_hand'] ?? null,
    pending,
  }));
  return {
    rows,
    touches: table.touches.map(({ kind, settled, key }) => `${key} ${kind}${settled ? '' : ', pending'}`),
    table,
  };
}

describe('the rows of a table', () => {
  it('are those of the opening before the first step', () => {
    expect(stockAfter().rows).toEqual([{ key: 'SKU-BOOK', committed: 10, current: 10, pending: null }]);
  });

  it('change for the open transaction alone until it commits', () => {
    expect(stockAfter(begun, sold)).toMatchObject({
      rows: [{ committed: 10, current: 8, pending: 'update' }],
      touches: ['SKU-BOOK updated, pending'],
    });
    expect(stockAfter(begun, sold, committed)).toMatchObject({
      rows: [{ committed: 8, current: 8, pending: null }],
      touches: ['SKU-BOOK updated'],
    });
  });

  it.each(ENDS)('are as before the transaction after %s', (_, end) => {
    const { rows, touches } = stockAfter(begun, sold, stocked, gone, end);

    expect(rows).toEqual([{ key: 'SKU-BOOK', committed: 10, current: 10, pending: null }]);
    expect(touches).toEqual(['SKU-BOOK reverted', 'SKU-PEN reverted']);
  });

  it('survive the crash of another instance', () => {
    const other: Happening = { kind: 'service.crashed', service: 'inventory', instance: 2, lost: [] };

    expect(stockAfter(begun, sold, other).rows).toMatchObject([{ pending: 'update' }]);
  });

  it('keep a deleted row until the delete commits', () => {
    expect(stockAfter(begun, gone).rows).toEqual([
      { key: 'SKU-BOOK', committed: 10, current: null, pending: 'delete' },
    ]);
    expect(stockAfter(begun, gone, committed).rows).toEqual([]);
  });

  it('of a statement outside a transaction are committed at once', () => {
    const alone = changed([change('stock', 'SKU-BOOK', book(10), book(9))], null);

    expect(stockAfter(alone)).toMatchObject({ rows: [{ committed: 9, pending: null }], touches: ['SKU-BOOK updated'] });
  });

  it('stay in key order, and follow a key that changes', () => {
    const renamed = changed([change('stock', 'SKU-BOOK', book(10), row({ _id: 'SKU-ZINE', on_hand: 10 }))]);

    expect(stockAfter(begun, stocked, renamed, committed).rows.map(({ key }) => key)).toEqual(['SKU-PEN', 'SKU-ZINE']);
  });

  it('tell what the last transaction did, net, until the next one changes something', () => {
    const again = changed([
      change('stock', 'SKU-PEN', row({ _id: 'SKU-PEN', on_hand: 3 }), row({ _id: 'SKU-PEN', on_hand: 1 })),
    ]);
    const { table } = stockAfter(begun, stocked, again, committed, { kind: 'time.waited', ms: 5 });

    expect(table.touches).toEqual([]);
    expect(table.recent).toMatchObject([{ kind: 'inserted', settled: true, key: 'SKU-PEN', after: { on_hand: 1 } }]);
  });

  it('say nothing of a row that came and went in one transaction', () => {
    const back = changed([change('stock', 'SKU-PEN', row({ _id: 'SKU-PEN', on_hand: 3 }), null)]);
    const { rows, table } = stockAfter(begun, stocked, back);

    expect(table.recent).toEqual([]);
    expect(rows.map(({ key }) => key)).toEqual(['SKU-BOOK']);
  });

  it('take the columns a migration gives their table', () => {
    const columns = [{ name: '_id', type: 'text', key: true }];
    const migrated: Happening = {
      kind: 'migration.applied',
      database: 'inventory',
      name: 'V2__shrink',
      tables: [{ name: 'stock', columns, system: false }],
      changes: [change('stock', 'SKU-BOOK', book(10), row({ _id: 'SKU-BOOK' }))],
    };
    const { rows, table } = stockAfter(migrated);

    expect(table.columns).toEqual(columns);
    expect(rows).toEqual([{ key: 'SKU-BOOK', committed: null, current: null, pending: null }]);
  });
});
