import { describe, expect, it } from 'vitest';
import { aMessage, TraceWriter } from '../../projections/testing/trace-writer.ts';
import { judged } from '../testing/judged.ts';
import { storyOf } from '../testing/two-services.ts';

const placed = { run: 'PLACE', at: '0ms' };
const crashAfterCommit = { fault: 'crash', on: 'order', at: { point: 'tx.after_commit', n: 1 } };
const publishing = (publish: string) => ({ services: { order: { messaging: { publish } } } });

/** The order's handler, its transaction cut off by a constraint after the message was made. */
const refusedAfterEmit = {
  handlers: {
    place: [
      {
        transaction: [
          { emit: 'OrderPlaced', data: { order: '=body.id' } },
          { write: 'orders', insert: { _id: '=body.id', version: 1 } },
          { write: 'orders', insert: { _id: '=body.id', version: 1 } },
        ],
      },
      { reply: 201 },
    ],
  },
};

describe('outbox-drained (INV-10)', () => {
  it('is open while a row waits, and held once it is published', async () => {
    const { answers } = await storyOf('outbox-drained', {});
    expect(answers).toEqual(['undecided', 'would-break', 'undecided', 'held']);
  });

  it('is broken by a row that waits when nothing else will happen', () => {
    const trace = new TraceWriter();
    const row = { _id: 'E-1', type: 'OrderPlaced', published_at_ms: null };
    const changes = [{ table: 'outbox', key: 'E-1', before: null, after: row }];
    trace.add({ kind: 'message.recorded', database: 'order', tx: 'T-1', message: aMessage('E-1'), changes });
    trace.add({ kind: 'transaction.committed', database: 'order', tx: 'T-1', tables: ['outbox'] });
    const { answers, last } = judged({ promises: { 'outbox-drained': {} } }, trace.steps);
    expect(answers).toEqual(['undecided@0', 'would-break@2', 'broken@2']);
    expect(last?.evidence).toEqual([{ database: 'order', id: 'E-1', type: 'OrderPlaced' }]);
    expect(judged({ promises: { 'outbox-drained': {} } }, trace.steps, 'cut').answers).toHaveLength(2);
  });
});

describe('no-zombie (INV-12)', () => {
  it('holds for an outbox whatever crashes', async () => {
    const { answers } = await storyOf('no-zombie', { plan: [placed, crashAfterCommit] });
    expect(answers.at(-1)).toBe('held');
  });

  it('holds for a direct publisher that nothing interrupts', async () => {
    const { answers } = await storyOf('no-zombie', publishing('direct-after-commit'));
    expect(answers).toEqual(['undecided', 'would-break', 'undecided', 'held']);
  });

  it('holds for a publisher that sends before it commits', async () => {
    const { answers } = await storyOf('no-zombie', publishing('direct-before-commit'));
    expect(answers).toEqual(['undecided', 'held']);
  });

  it('is broken by a crash between commit and publish, and not before rest', async () => {
    const story = await storyOf('no-zombie', {
      ...publishing('direct-after-commit'),
      plan: [placed, crashAfterCommit],
    });
    expect(story.answers).toEqual(['undecided', 'would-break', 'broken']);
    expect(story.evidence).toEqual([{ service: 'order', type: 'OrderPlaced', messageId: null, from: 'R-1' }]);
  });

  it('does not ask for a message that a condition may leave out', async () => {
    const story = await storyOf('no-zombie', {
      services: {
        order: {
          messaging: { publish: 'direct-after-commit' },
          handlers: {
            place: [
              {
                transaction: [
                  { write: 'orders', insert: { _id: '=body.id', version: 1 } },
                  { emit: 'OrderPlaced', data: { order: '=body.id' }, if: '=false' },
                ],
              },
              { reply: 201 },
            ],
          },
        },
      },
    });
    expect(story.answers).toEqual(['undecided', 'held']);
  });
});

describe('no-ghost (INV-11)', () => {
  it.each(['outbox', 'direct-after-commit', 'direct-before-commit'])(
    'holds for a run without trouble: %s',
    async (how) => {
      expect((await storyOf('no-ghost', publishing(how))).answers).toEqual(['held']);
    },
  );

  it('holds for an outbox when the transaction aborts', async () => {
    expect((await storyOf('no-ghost', { services: { order: refusedAfterEmit } })).answers).toEqual(['held']);
  });

  it('is broken at once when a message went out of a transaction that aborts', async () => {
    const story = await storyOf('no-ghost', {
      services: { order: { ...refusedAfterEmit, messaging: { publish: 'direct-before-commit' } } },
    });
    expect(story.answers).toEqual(['held', 'broken']);
    expect(story.evidence).toEqual({ messageId: 'E-1', type: 'OrderPlaced', service: 'order' });
  });

  it('is broken by a crash before the commit', async () => {
    const story = await storyOf('no-ghost', {
      ...publishing('direct-before-commit'),
      plan: [placed, { fault: 'crash', on: 'order', at: { point: 'tx.before_commit', n: 1 } }],
    });
    expect(story.answers).toEqual(['held', 'broken']);
  });

  it('is broken when the message was sent first and the writing was never reached', async () => {
    const handlers = {
      place: [
        { emit: 'OrderPlaced', data: { order: '=body.id' } },
        { transaction: [{ write: 'orders', insert: { _id: '=body.id', version: 1 } }] },
        { reply: 201 },
      ],
    };
    const story = await storyOf('no-ghost', {
      services: { order: { handlers, messaging: { publish: 'direct-before-commit' } } },
      plan: [placed, { fault: 'crash', on: 'order', at: { point: 'publish.after_confirm', n: 1 } }],
    });
    expect(story.answers).toEqual(['held', 'broken']);
  });

  it('is broken by a relay that publishes what no outbox holds', () => {
    const trace = new TraceWriter();
    const published = { exchange: 'shop', routingKey: 'order.placed', by: 'relay' as const };
    trace.add({ kind: 'message.published', message: aMessage('E-9'), ...published }, { part: 'relay' });
    expect(judged({ promises: { 'no-ghost': {} } }, trace.steps).answers).toEqual(['held@0', 'broken@1']);
  });
});
