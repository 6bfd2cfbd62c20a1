import { describe, expect, it } from 'vitest';
import { readAddress, SYSTEM_ADDRESSES } from '../../lessons/addresses.ts';
import { runTwoServices, twoServices } from '../testing/two-services.ts';
import { Facts } from './facts.ts';

const poison = { take: [{ transaction: [{ write: 'taken', insert: { _id: '=data.order / 0' } }] }] };
const placed = { run: 'PLACE', at: '0ms' };
const again = { run: 'PLACE', with: { id: 'O-2' }, at: '3ms' };

const RUNS = {
  plain: {},
  'a crash before the commit': {
    plan: [placed, again, { fault: 'crash', on: 'order', at: { point: 'tx.before_commit', n: 2 } }],
  },
  'a redelivery': {
    plan: [placed, again, { fault: 'crash', on: 'stock', at: { point: 'consumer.after_commit_before_ack', n: 1 } }],
  },
  'an early ack': { services: { stock: { messaging: { ack: 'auto' } } }, plan: [placed, again] },
  'dead letters': {
    services: { stock: { handlers: poison, consumes: { orders: { deliveryLimit: 1, deadLetter: true } } } },
    plan: [placed, again],
  },
  'a closed door': {
    services: { order: { handlers: { place: [{ read: 'shelf', filter: {}, in: 'stock', rows: 'all' }] } } },
  },
};

describe('what promises are judged by', () => {
  it.each(Object.entries(RUNS))('is what the screen shows at every cursor: %s', async (_, over) => {
    const trace = await runTwoServices(over);
    const facts = new Facts(twoServices(over), trace.opening);
    const tables = ['order.orders', 'order.outbox', 'stock.shelf', 'stock.taken', 'stock.inbox'];
    const before = new Map<string, string>();
    for (const step of trace.steps) {
      const { addresses } = facts.observe(step);
      for (const address of [...tables, ...Object.keys(SYSTEM_ADDRESSES)]) {
        const shown = readAddress(trace, step.number, address);
        const rows = facts.rows(address);
        expect(shown, `${address} at ${String(step.number)}`).toEqual({ ok: true, value: rows });
        const printed = JSON.stringify(rows);
        if (printed !== (before.get(address) ?? '[]') && step.number > 1) expect(addresses).toContain(address);
        before.set(address, printed);
      }
    }
  });

  it('gives the same frozen rows until one changes, so that an expression reads them once', () => {
    const facts = new Facts(twoServices({}), {
      clients: [],
      services: [],
      exchanges: [],
      queues: [],
      databases: [
        {
          id: 'stock',
          owner: 'stock',
          engine: 'document',
          product: 'LokiJS 1.5',
          standsFor: null,
          tables: [
            {
              name: 'shelf',
              columns: [{ name: '_id', type: 'string', key: true }],
              system: false,
              rows: [{ _id: 'PEN' }, { _id: 'BOOK' }],
            },
          ],
        },
      ],
    });
    const rows = facts.rows('stock.shelf');
    expect(rows).toEqual([{ _id: 'BOOK' }, { _id: 'PEN' }]);
    expect(facts.rows('stock.shelf')).toBe(rows);
    expect(Object.isFrozen(rows) && rows.every((row) => Object.isFrozen(row))).toBe(true);
    expect(facts.rows('stock.nothing')).toEqual([]);
  });
});
