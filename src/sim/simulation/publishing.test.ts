import { afterAll, describe, expect, it } from 'vitest';
import { closeEngines } from '#host/in-process.ts';
import type { JsonMap } from '../model/json.ts';
import { causesOf, column, crash, happens, told } from './testing/told.ts';

afterAll(closeEngines);

const place = (at: string, id = 'O-1'): JsonMap => ({ run: 'PLACE', at, with: { id } });
const publish = (how: string): JsonMap => ({ services: { order: { messaging: { publish: how } } } });
const orders = (trace: Parameters<typeof column>[0]): unknown[] => column(trace, 'order.orders', '_id');

describe('direct publishing', () => {
  it('after the commit leaves a row that nobody hears of when the service crashes between (R-DW-1)', async () => {
    const trace = await happens({
      ...publish('direct-after-commit'),
      plan: [place('0ms'), crash('order', 'tx.after_commit')],
    });

    expect(orders(trace)).toEqual(['O-1']);
    expect(told(trace, 'message.published')).toEqual([]);
    expect(column(trace, 'stock.shelf', 'left')).toEqual([10]);
  });

  it.each([
    ['before_send', [], 10],
    ['after_send_before_confirm', ['7ms order: publishes OrderPlaced E-1 to shop with key order.placed'], 9],
  ])('that crashes at publish.%s: what was sent is on its way, the rest is not', async (point, published, left) => {
    const trace = await happens({
      ...publish('direct-after-commit'),
      plan: [place('0ms'), crash('order', `publish.${point}`)],
    });

    expect(told(trace, 'message.published')).toEqual(published);
    expect(told(trace, 'publish.confirmed')).toEqual([]);
    expect(column(trace, 'stock.shelf', 'left')).toEqual([left]);
  });

  it('before the commit tells of what never came to be when the transaction aborts (R-DW-2, R-DW-3)', async () => {
    const refusing = [
      {
        transaction: [
          { write: 'orders', insert: { _id: '=body.id' } },
          { emit: 'OrderPlaced', data: { order: '=body.id' } },
          { refuse: 'TOO_LATE', status: 409 },
        ],
      },
      { reply: 201 },
    ];
    const before = {
      services: { order: { messaging: { publish: 'direct-before-commit' }, handlers: { place: refusing } } },
    };
    const after = {
      services: { order: { messaging: { publish: 'direct-after-commit' }, handlers: { place: refusing } } },
    };
    const ghost = await happens({ ...before, plan: [place('0ms')] });
    const silent = await happens({ ...after, plan: [place('0ms')] });

    expect([orders(ghost), column(ghost, 'stock.shelf', 'left')]).toEqual([[], [9]]);
    expect([orders(silent), column(silent, 'stock.shelf', 'left')]).toEqual([[], [10]]);
  });
});

describe('the outbox', () => {
  it('survives a crash between the commit and the first poll (R-OUT-1)', async () => {
    const trace = await happens({ plan: [place('0ms'), crash('order', 'tx.after_commit')] });

    expect(told(trace, 'service.restarted', 'message.published', 'outbox.marked')).toEqual([
      '1007ms order: order/1 is back',
      '1050ms order.relay: publishes OrderPlaced E-1 to shop with key order.placed',
      '1054ms order.relay: marks E-1 as published',
    ]);
    expect(causesOf(trace, 'message.published')).toEqual([
      'publishes OrderPlaced E-1 to shop with key order.placed <- commits T-1 (orders, outbox)',
    ]);
  });

  it('is not read by a relay whose service is down (R-KRN-6, F-REL-3)', async () => {
    const trace = await happens({ plan: [place('0ms'), crash('order', 'rpc.server.replied')] });
    const second = { services: { order: { instances: 2 } } };
    const other = await happens({ ...second, plan: [{ fault: 'crash', on: 'order/1', at: '0ms' }, place('10ms')] });

    for (const { lines } of [{ lines: told(trace, 'outbox.selected') }, { lines: told(other, 'outbox.selected') }])
      expect(lines).toEqual(['1050ms order.relay: finds unpublished E-1']);
  });

  it('gives the same id again after a crash between confirm and mark: not seen before, yet a duplicate (R-OUT-4)', async () => {
    const trace = await happens({
      services: { stock: { messaging: { inbox: 'off' } } },
      plan: [place('0ms'), crash('order', 'relay.after_confirm_before_mark')],
    });

    expect(told(trace, 'message.received')).toEqual([
      '54ms stock: receives OrderPlaced E-1 from stock.orders, tag 1',
      '1104ms stock: receives OrderPlaced E-1 from stock.orders, tag 2',
    ]);
    expect(column(trace, 'stock.shelf', 'left')).toEqual([8]);
  });

  it('has one relay, however long its batch takes: nothing is published twice without a fault (R-OUT-9)', async () => {
    const plan = [
      { run: 'PLACE', at: '0ms', repeat: 60, with: { id: "=nextId('O')" } },
      { run: 'PLACE', at: '70ms', with: { id: 'LATE' } },
    ];
    const trace = await happens({ plan });
    const ids = told(trace, 'message.published');

    expect(ids).toHaveLength(61);
    expect(new Set(ids.map((line) => line.split(' ')[4])).size).toBe(61);
    expect(column(trace, 'order.outbox', 'published_at_ms')).not.toContain(null);
  });

  it('drains more than one batch, in the order of its rows (R-OUT-3)', async () => {
    const trace = await happens({
      services: { stock: { consumes: null } },
      plan: [{ run: 'PLACE', at: '0ms', repeat: 120, with: { id: "=nextId('O')" } }],
    });
    const published = told(trace, 'message.published').map((line) => Number(/E-(\d+)/.exec(line)?.[1]));

    expect(published).toEqual(Array.from({ length: 120 }, (_, at) => at + 1));
    expect(told(trace, 'outbox.selected')).toHaveLength(2);
  });

  it('holds a message for each element of a list, in one transaction', async () => {
    const each = [
      {
        transaction: [
          { write: 'orders', insert: { _id: '=body.id' } },
          { emit: 'OrderPlaced', data: { order: '=one' }, each: { one: "=['A', 'B', 'C']" } },
        ],
      },
      { reply: 201 },
    ];
    const trace = await happens({ services: { order: { handlers: { place: each } } }, plan: [place('0ms')] });

    expect(told(trace, 'transaction.committed')[0]).toBe('7ms order: commits T-1 (orders, outbox)');
    expect(column(trace, 'stock.taken', 'order')).toEqual(['A', 'B', 'C']);
  });
});

describe('the envelope', () => {
  it('hands the correlation on and names the direct cause (R-ENV-2)', async () => {
    const answering = {
      messages: { Taken: { on: 'shop', key: 'taken', subject: '=data.order', data: { order: 'text' } } },
      services: {
        stock: {
          handlers: { take: [{ transaction: [{ emit: 'Taken', data: { order: '=data.order' } }] }] },
        },
      },
    };
    const trace = await happens({ ...answering, plan: [place('0ms')] });
    const sent = trace.steps.flatMap((step) => (step.kind === 'message.published' ? [step.message] : []));

    expect(
      sent.map(({ id, type, subject, sequence, correlationid, causationid }) => ({
        id,
        type,
        subject,
        sequence,
        correlationid,
        causationid,
      })),
    ).toEqual([
      {
        id: 'E-1',
        type: 'OrderPlaced',
        subject: 'O-1',
        sequence: '00000001',
        correlationid: 'R-1',
        causationid: 'R-1',
      },
      { id: 'E-2', type: 'Taken', subject: 'O-1', sequence: '00000001', correlationid: 'R-1', causationid: 'E-1' },
    ]);
  });
});
