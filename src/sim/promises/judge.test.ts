import { describe, expect, it } from 'vitest';
import { BUILT_IN_PROMISES } from '../model/built-in-promises.ts';
import type { JsonMap } from '../model/json.ts';
import type { Row } from '../model/rows.ts';
import { TraceWriter } from '../projections/testing/trace-writer.ts';
import { BUILT_IN_TRIALS } from './built-in/registry.ts';
import { judged, judgeOf } from './testing/judged.ts';
import { runTwoServices } from './testing/two-services.ts';

const statement = { text: 'write', values: [] };

/** Writes to the shelf, alone or in a transaction that commits. */
function shelf(
  trace: TraceWriter,
  left: number,
  setting: { readonly tx?: string; readonly after?: number } = {},
): void {
  const { tx = null, after = 1 } = setting;
  const changes = [{ table: 'shelf', key: 'BOOK', before: null as Row | null, after: { _id: 'BOOK', left } }];
  trace.add({ kind: 'rows.changed', database: 'stock', tx, statement, count: 1, changes }, { after });
}

const commit = (trace: TraceWriter, tx: string) =>
  trace.add({ kind: 'transaction.committed', database: 'stock', tx, tables: ['shelf'] });

const promise = (when: string, more: JsonMap = {}): JsonMap => ({
  promises: {
    'never-below': {
      says: 'The shelf never counts below none.',
      when,
      ask: { shelf: 'stock.shelf' },
      holds: '=shelf.all(s, s.left >= 0)',
      ...more,
    },
  },
});

describe('a promise that always holds', () => {
  it('is judged when a commit makes a change everybody sees, and stays broken', () => {
    const trace = new TraceWriter();
    shelf(trace, -1, { tx: 'T-1' });
    expect(judged(promise('always'), trace.steps, 'cut').answers).toEqual(['held@0']);
    commit(trace, 'T-1');
    shelf(trace, 3);
    const { answers, last } = judged(promise('always'), trace.steps);
    expect(answers).toEqual(['held@0', 'broken@2']);
    expect(last?.evidence).toEqual({ shelf: [{ _id: 'BOOK', left: -1 }] });
  });

  it('never sees what was aborted', () => {
    const trace = new TraceWriter();
    shelf(trace, -1, { tx: 'T-1' });
    trace.add({ kind: 'transaction.aborted', database: 'stock', tx: 'T-1', reason: 'refused' });
    commit(trace, 'T-1');
    expect(judged(promise('always'), trace.steps).answers).toEqual(['held@0']);
  });

  it('shows the rows on which it fails', () => {
    const rows = { 'stock.shelf': [1, -2, 0, -3].map((left, n) => ({ _id: `B${String(n)}`, left })) };
    const shelf = [
      { _id: 'B1', left: -2 },
      { _id: 'B3', left: -3 },
    ];
    expect(judged(promise('always'), [], 'rest', rows).last?.evidence).toEqual({ shelf });
  });

  it('may be broken by the opening', () => {
    const rows = { 'stock.shelf': [{ _id: 'BOOK', left: -2 }] };
    expect(judged(promise('always'), [], 'rest', rows).answers).toEqual(['broken@0']);
  });

  it('is computed once over the opening and again only when a table it asks for changes', () => {
    let computed = 0;
    const count = (prefix: string): string => `${prefix}-${String((computed += 1))}`;
    const judge = judgeOf(promise('always', { holds: "=size(nextId('X')) > 0" }), {}, count);
    const trace = new TraceWriter();
    const changes = [{ table: 'taken', key: 'T', before: null, after: { _id: 'T' } }];
    trace.add({ kind: 'rows.changed', database: 'stock', tx: null, statement, count: 1, changes });
    trace.add({ kind: 'run.rested' });
    for (const step of trace.steps) judge.observe(step);
    expect(computed).toBe(1);
    shelf(trace, 3);
    for (const step of trace.steps.slice(2)) judge.observe(step);
    expect(computed).toBe(2);
  });
});

describe('a promise at rest', () => {
  it('is grey until nothing is pending, and red only then', () => {
    const trace = new TraceWriter();
    shelf(trace, -1);
    expect(judged(promise('at-rest'), trace.steps, 'cut').answers).toEqual(['undecided@0', 'would-break@1']);
    expect(judged(promise('at-rest'), trace.steps).answers).toEqual(['undecided@0', 'would-break@1', 'broken@1']);
    shelf(trace, 1);
    expect(judged(promise('at-rest'), trace.steps).answers).toEqual([
      'undecided@0',
      'would-break@1',
      'undecided@2',
      'held@2',
    ]);
  });

  it('reads documents filtered and sorted', () => {
    const rows = { 'stock.shelf': [3, 1, 9, 2].map((left, n) => ({ _id: `B${String(n)}`, left, shelf: 'A' })) };
    const ask = { in: 'stock', read: 'shelf', filter: { left: { $lt: '=2 + 2' } }, sort: { shelf: 1, left: -1 } };
    const over = promise('at-rest', { ask: { shelf: ask }, holds: '=shelf.map(s, s.left) == [3, 2, 1]' });
    expect(judged(over, [], 'rest', rows).last?.answer).toBe('held');
  });

  it('reads what clients know and what queues hold', async () => {
    const trace = await runTwoServices({
      promises: {
        asked: {
          when: 'at-rest',
          ask: { replies: 'client.replies', queues: 'broker.queues' },
          holds: '=replies[0].status == 201 && queues.all(q, q.acked == 1)',
        },
      },
    });
    expect(trace.verdicts.at(-1)).toMatchObject({ promise: 'asked', answer: 'held' });
  });

  it('shows a few rows of every table where no row alone shows it', () => {
    const trace = new TraceWriter();
    shelf(trace, 7);
    const { last } = judged(promise('at-rest', { holds: '=sum(shelf.map(s, s.left)) == 0' }), trace.steps);
    expect(last).toMatchObject({ answer: 'broken', evidence: { shelf: [{ _id: 'BOOK', left: 7 }] } });
  });
});

describe('a promise with a time limit', () => {
  const over = promise('within 100ms');

  it('counts from the last fault, and is judged by the rows as they were when the time was up', () => {
    const trace = new TraceWriter();
    shelf(trace, -1, { after: 10 });
    trace.add({ kind: 'service.restarted', service: 'stock', instance: 1 }, { after: 40 });
    shelf(trace, 5, { after: 120 });
    const { answers, last } = judged(over, trace.steps);
    expect(answers).toEqual(['undecided@0', 'would-break@1', 'would-break@2', 'broken@3']);
    expect(last?.until).toBe(150);
  });

  it('is kept when it holds in time, whatever comes later, until another fault', () => {
    const trace = new TraceWriter();
    shelf(trace, -1, { after: 10 });
    shelf(trace, 5, { after: 10 });
    shelf(trace, -3, { after: 200 });
    expect(judged(over, trace.steps, 'cut').answers).toEqual(['undecided@0', 'would-break@1', 'undecided@2', 'held@3']);
    trace.add({ kind: 'fault.injected', fault: 'crash', on: 'stock', entry: 'crash>stock' });
    expect(judged(over, trace.steps).answers.slice(4)).toEqual(['would-break@4', 'broken@4']);
  });

  it('is judged when a cut run has passed its time', () => {
    const trace = new TraceWriter();
    shelf(trace, -1, { after: 10 });
    trace.add({ kind: 'run.limited', limit: 'until' }, { after: 500 });
    expect(judged(over, trace.steps, 'cut').answers.at(-1)).toBe('broken@2');
  });
});

describe('a promise that cannot be judged', () => {
  it.each<readonly [string, JsonMap]>([
    ['asks by SQL', { ask: { shelf: { in: 'stock', read: 'select 1' } } }],
    ['filters by what only a store knows', { ask: { shelf: { in: 'stock', read: 'shelf', filter: { $where: 1 } } } }],
    ['is neither true nor false', { holds: '=size(shelf)' }],
    ['fails to compute', { holds: '=shelf[0].left > 0' }],
  ])('says why instead: it %s', (_, more) => {
    const { answers, last } = judged(promise('always', more), []);
    expect(answers).toEqual(['undecided@0']);
    expect(last?.evidence).toHaveProperty('problem');
  });

  it('is one that the product does not know', () => {
    expect(judged({ promises: { 'agreement-of-minds': {} } }, []).last).toMatchObject({ answer: 'undecided' });
  });
});

describe('the built-in promises', () => {
  it('are the same in the table and in the registry', () => {
    const ids = Object.keys(BUILT_IN_PROMISES).sort();
    expect(Object.keys(BUILT_IN_TRIALS).sort()).toEqual(ids);
  });

  it('all hold in the run that nothing disturbs', async () => {
    const trace = await runTwoServices({
      promises: Object.fromEntries(Object.keys(BUILT_IN_PROMISES).map((id) => [id, {}])),
    });
    const last = new Map(trace.verdicts.map(({ promise: id, answer }) => [id, answer]));
    expect(Object.fromEntries(last)).toEqual(
      Object.fromEntries(Object.keys(BUILT_IN_PROMISES).map((id) => [id, 'held'])),
    );
  });

  it('take a time limit when the scenario sets one', async () => {
    const trace = await runTwoServices({ promises: { 'outbox-drained': { within: '1s' } } });
    expect(trace.verdicts.at(-1)).toMatchObject({ answer: 'held', until: 1000 });
  });
});
