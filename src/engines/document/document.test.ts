import { describe, expect, it } from 'vitest';
import type { Database, DatabaseSpec, DocumentOperation } from '#sim/kernel/engine-port.ts';
import type { JsonMap } from '#sim/model/json.ts';
import type { Row } from '#sim/model/rows.ts';
import cases from '../testing/document-cases.json' with { type: 'json' };
import { specOf } from '../testing/opened.ts';
import { DocumentDatabase } from './document-database.ts';

interface Case {
  readonly id: string;
  readonly before: readonly Row[];
  readonly insert?: JsonMap;
  readonly filter?: JsonMap;
  readonly update?: JsonMap;
  readonly upsert?: boolean;
  readonly code?: string;
  readonly matched?: number;
  readonly changed?: number;
  readonly after?: readonly Row[];
}

interface FindCase {
  readonly id: string;
  readonly documents: readonly Row[];
  readonly filter: JsonMap;
  readonly sort?: JsonMap;
  readonly found?: readonly number[];
  readonly code?: string;
}

async function opened(rows: readonly Row[], more: Partial<DatabaseSpec> = {}): Promise<Database> {
  const database = new DocumentDatabase(specOf('inventory', 'document', { rows: { stock: rows }, ...more }), true);
  expect(await database.seed()).toMatchObject({ ok: true });
  return database;
}

const find = (filter: JsonMap, sort: JsonMap | null = null, limit: number | null = null): DocumentOperation => ({
  kind: 'find',
  collection: 'stock',
  filter,
  sort,
  limit,
});
const update = (filter: JsonMap, changes: JsonMap, upsert = false): DocumentOperation => ({
  kind: 'update',
  collection: 'stock',
  filter,
  update: changes,
  upsert,
});
const insert = (document: JsonMap): DocumentOperation => ({ kind: 'insert', collection: 'stock', document });

async function stockOf(database: Database): Promise<readonly Row[]> {
  return (await database.snapshot()).find(({ name }) => name === 'stock')?.rows ?? [];
}

describe('an update does what the MongoDB manual says', () => {
  it.each(cases.updates as readonly Case[])('$id', async (one) => {
    const database = await opened(one.before);
    await database.begin('inventory');
    const operation =
      one.insert === undefined ? update(one.filter ?? {}, one.update ?? {}, one.upsert) : insert(one.insert);
    const outcome = await database.execute(operation);
    const end = await database.commit();

    if (one.code !== undefined) {
      expect(outcome).toMatchObject({ ok: false, problem: { code: one.code } });
      expect(end.ok).toBe(false);
      expect(await stockOf(database)).toEqual(one.before);
      return;
    }
    const inserted = one.after?.length === one.before.length ? 0 : 1;
    expect(outcome).toMatchObject({ ok: true, value: { count: (one.matched ?? 0) + inserted } });
    expect(outcome.ok ? outcome.value.changes.length : -1).toBe((one.changed ?? 0) + inserted);
    expect(await stockOf(database)).toEqual(one.after);
    expect(JSON.stringify((await stockOf(database)).map((row) => Object.values(row)))).toBe(
      JSON.stringify(one.after?.map((row) => Object.values(row))),
    );
  });
});

describe('a filter finds what the MongoDB manual says', () => {
  it.each(cases.finds as readonly FindCase[])('$id', async ({ documents, filter, sort, found, code }) => {
    const database = await opened(documents);
    const outcome = await database.query(find(filter, sort ?? null), 'inventory');
    if (code === undefined) expect(outcome.ok ? outcome.value.rows.map(({ _id: id }) => id) : outcome).toEqual(found);
    else expect(outcome).toMatchObject({ ok: false, problem: { code } });
  });
});

describe('where every document commits alone (R-TX-3)', () => {
  const spec = { atomicity: 'document' } as const;

  it('keeps each write, whatever becomes of the transaction', async () => {
    const database = await opened([{ _id: 'BOOK', on_hand: 10 }], spec);
    await database.begin('inventory');
    await database.execute(update({ _id: 'BOOK' }, { $inc: { on_hand: -2 } }));
    expect(await stockOf(database)).toEqual([{ _id: 'BOOK', on_hand: 8 }]);
    await database.execute(insert({ _id: 'CUP' }));
    await database.rollback();
    expect(await stockOf(database)).toEqual([{ _id: 'BOOK', on_hand: 8 }, { _id: 'CUP' }]);
    await database.begin('inventory');
    await database.execute(insert({ _id: 'DISH' }));
    await database.crash();
    expect((await stockOf(database)).length).toBe(3);
  });

  it('goes on after a refusal', async () => {
    const database = await opened([{ _id: 'BOOK' }], spec);
    await database.begin('inventory');
    expect(await database.execute(insert({ _id: 'BOOK' }))).toMatchObject({ ok: false, problem: { code: '11000' } });
    expect(await database.execute(insert({ _id: 'CUP' }))).toMatchObject({ ok: true });
    expect(await database.commit()).toEqual({ ok: true, value: null });
  });
});

describe('documents', () => {
  it('are copies: changing one that was read changes nothing', async () => {
    const given = { _id: 'BOOK', tags: ['a'] };
    const database = await opened([given]);
    given.tags.push('given');
    const outcome = await database.query(find({}), 'inventory');
    const [row] = outcome.ok ? outcome.value.rows : [];
    (row?.['tags'] as string[]).push('read');
    expect(await stockOf(database)).toEqual([{ _id: 'BOOK', tags: ['a'] }]);
  });

  it('are updated in key order, one that comes without a key gets the same one in every run', async () => {
    const database = await opened([{ _id: 'b' }, { _id: 2 }, { _id: 'a' }, { _id: 10 }]);
    await database.begin('inventory');
    const outcome = await database.execute(update({}, { $set: { seen: true } }));
    expect(outcome.ok ? outcome.value.changes.map(({ key }) => key) : []).toEqual(['2', '10', 'a', 'b']);
    expect(await database.execute(insert({ n: 1 }))).toMatchObject({
      value: { rows: [{ _id: '000000000000000000000001', n: 1 }] },
    });
    await database.rollback();
  });

  it('keep 1 and "1" apart', async () => {
    const database = await opened([{ _id: 1 }, { _id: '1' }]);
    expect(await stockOf(database)).toEqual([{ _id: 1 }, { _id: '1' }]);
  });

  it('are sorted, limited and put together', async () => {
    const database = await opened([
      { _id: 1, sku: 'A', qty: 2 },
      { _id: 2, sku: 'B', qty: 5 },
      { _id: 3, sku: 'A', qty: 4 },
    ]);
    expect(await database.query(find({}, { qty: -1 }, 2), 'inventory')).toMatchObject({
      value: { rows: [{ _id: 2 }, { _id: 3 }], count: 2 },
    });
    const pipeline = [
      { $match: { qty: { $gt: 1 } } },
      { $group: { _id: '$sku', total: { $sum: '$qty' } } },
      { $sort: { _id: 1 } },
      { $project: { total: 1, big: { $gte: ['$total', 6] } } },
    ];
    expect(await database.query({ kind: 'aggregate', collection: 'stock', pipeline }, 'inventory')).toMatchObject({
      value: {
        rows: [
          { _id: 'A', total: 6, big: true },
          { _id: 'B', total: 5, big: false },
        ],
      },
    });
  });

  it('show the fields they were seen with, and the type or several', async () => {
    const database = await opened([
      { _id: 1, a: 1, b: null },
      { _id: 2, a: 'x', b: [1], c: { d: 1 } },
    ]);
    const shape = (await database.tables()).find(({ name }) => name === 'stock');
    expect(shape?.columns).toEqual([
      { name: '_id', type: 'number', key: true },
      { name: 'a', type: 'mixed', key: false },
      { name: 'b', type: 'array', key: false },
      { name: 'c', type: 'object', key: false },
    ]);
  });
});

describe('what no filter, update or pipeline may say', () => {
  it.each([
    [{ $where: 'true' }],
    [{ a: { $where: 'true' } }],
    [{ $expr: { $function: { body: 'x', args: [], lang: 'js' } } }],
    [{ $expr: { $lt: [{ $rand: {} }, 1] } }],
    [{ $expr: { $lt: ['$a', '$$NOW'] } }],
    [{ $jsonSchema: {} }],
    [{ a: { $regex: '(a+)+$' } }],
    [{ a: { $regex: 'a*a*a*b' } }],
    [{ a: { $regex: 'x'.repeat(65) } }],
  ])('%j', async (filter: JsonMap) => {
    const database = await opened([{ _id: 1, a: 'aaa' }]);
    expect(await database.query(find(filter), 'inventory')).toMatchObject({ ok: false });
    expect(
      await database.query({ kind: 'aggregate', collection: 'stock', pipeline: [{ $match: filter }] }, 'inventory'),
    ).toMatchObject({ ok: false });
  });

  it.each([
    [{ $currentDate: { at: true } }],
    [{ $set: { '__proto__.polluted': 1 } }],
    [{ $set: { 'a..b': 1 } }],
    [{ $set: { a: { $where: 1 } } }],
    [{ $set: 5 }],
  ])('%j', async (changes: JsonMap) => {
    const database = await opened([{ _id: 1 }]);
    await database.begin('inventory');
    expect(await database.execute(update({}, changes))).toMatchObject({ ok: false });
    await database.rollback();
    expect(await stockOf(database)).toEqual([{ _id: 1 }]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it.each([[{ $out: 'x' }], [{ $lookup: {} }], [{ $sample: { size: 1 } }], [{ $documents: [] }], [{}]])(
    '%j',
    async (stage: JsonMap) => {
      const database = await opened([{ _id: 1 }]);
      expect(
        await database.query({ kind: 'aggregate', collection: 'stock', pipeline: [stage] }, 'inventory'),
      ).toMatchObject({ ok: false });
    },
  );

  it('SQL', async () => {
    const database = await opened([]);
    expect(await database.query({ kind: 'sql', parts: ['select 1'], values: [] }, 'inventory')).toMatchObject({
      problem: { reason: 'unsupported' },
    });
  });
});
