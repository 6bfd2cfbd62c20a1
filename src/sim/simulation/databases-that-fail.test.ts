import { afterAll, describe, expect, it } from 'vitest';
import { closeEngines } from '#host/in-process.ts';
import type { JsonMap } from '../model/json.ts';
import { column, crash, happens, told } from './testing/told.ts';

afterAll(closeEngines);

const place = (at: string, id = 'O-1'): JsonMap => ({ run: 'PLACE', at, with: { id } });

/** Order on PostgreSQL instead, with the same handler. */
const ON_POSTGRES: JsonMap = {
  services: {
    order: {
      database: {
        engine: 'postgres',
        migrations: { V1__orders: 'create table orders (id text primary key, state text not null);' },
        rows: null,
      },
      handlers: {
        place: [
          {
            transaction: [
              { write: "insert into orders values (:body.id, 'PLACED')" },
              { emit: 'OrderPlaced', data: { order: '=body.id' } },
            ],
          },
          { reply: 201 },
        ],
      },
    },
  },
};

describe('a database that crashes', () => {
  const points = ['tx.begin', 'db.after', 'outbox.recorded', 'tx.before_commit', 'rpc.server.before_commit'];

  it.each(points)('at %s takes the open transaction with it, and its service lives on (F-DB-5, E11)', async (point) => {
    const trace = await happens({ ...ON_POSTGRES, plan: [place('0ms'), crash('order.db', point)] });

    expect(trace.end?.kind).toBe('quiescent');
    expect(told(trace, 'transaction.committed', 'transaction.aborted', 'reply.received')).toEqual([
      expect.stringMatching(/^7ms order: rolls back T-1: .*the database does not answer$/),
      '12ms Alice: gets 500 from order',
    ]);
    expect(column(trace, 'order.orders', 'id')).toEqual([]);
    expect(column(trace, 'order.outbox', 'id')).toEqual([]);
  });

  it('keeps what was committed, and the outbox drains once it is back (R-OUT-5)', async () => {
    const trace = await happens({ ...ON_POSTGRES, plan: [place('0ms'), crash('order.db', 'tx.after_commit')] });

    expect(column(trace, 'order.orders', 'id')).toEqual(['O-1']);
    expect(told(trace, 'database.restarted', 'message.published', 'outbox.marked')).toEqual([
      '1007ms order: database order is back',
      '1050ms order.relay: publishes OrderPlaced E-1 to shop with key order.placed',
      '1054ms order.relay: marks E-1 as published',
    ]);
  });

  it('between publishing and marking makes the relay publish again, with the same id (R-OUT-2, R-OUT-4)', async () => {
    const trace = await happens({ plan: [place('0ms'), crash('order.db', 'relay.after_confirm_before_mark')] });

    expect(told(trace, 'message.published', 'outbox.marked')).toEqual([
      '50ms order.relay: publishes OrderPlaced E-1 to shop with key order.placed',
      '1100ms order.relay: publishes OrderPlaced E-1 to shop with key order.placed',
      '1104ms order.relay: marks E-1 as published',
    ]);
    expect(column(trace, 'stock.shelf', 'left')).toEqual([9]);
  });

  it('is not asked by a transaction, a read or a write that was on its way when it went down', async () => {
    const write = [{ write: 'orders', insert: { _id: '=body.id' } }, { reply: 201 }];
    const down = { fault: 'crash', on: 'order.db', at: '6ms' };
    const inTransaction = await happens({ plan: [place('0ms'), down] });
    const alone = await happens({
      services: { order: { handlers: { place: write } } },
      plan: [place('0ms'), { ...down, at: '5ms' }],
    });

    expect(told(inTransaction, 'transaction.begun')).toEqual([]);
    expect(column(alone, 'order.orders', '_id')).toEqual([]);
    for (const trace of [inTransaction, alone])
      expect(told(trace, 'reply.received')).toEqual([expect.stringContaining('gets 500')]);
  });

  it.each(['atomic', 'check-then-act', 'marker-first', 'marker-last'])(
    'makes a consumer with inbox %s try again until it is back (F-DB-1)',
    async (inbox) => {
      const trace = await happens({
        services: { stock: { messaging: { inbox }, consumes: { orders: { redeliver: '100ms' } } } },
        plan: [place('0ms'), { fault: 'crash', on: 'stock.db', at: '0ms', for: '300ms' }],
      });

      expect(told(trace, 'message.rejected').length).toBeGreaterThan(1);
      expect(column(trace, 'stock.shelf', 'left')).toEqual([9]);
      expect(column(trace, 'stock.inbox', 'message_id')).toEqual(['E-1']);
    },
  );

  it('refuses a migration while it is down: the version in service stays', async () => {
    const versions = {
      v2: { database: { migrations: { V2__note: 'alter table orders add column note text;' } } },
    };
    const trace = await happens({
      services: { order: { ...(ON_POSTGRES['services'] as { order: JsonMap }).order, versions } },
      plan: [
        { fault: 'crash', on: 'order.db', at: '0ms' },
        { operate: 'deploy', on: 'order', version: 'v2', at: '10ms' },
      ],
    });

    expect(told(trace, 'statement.refused', 'migration.applied', 'service.deployed')).toEqual([
      '10ms order: is refused: DOWN the database does not answer',
    ]);
  });
});

describe('a transaction', () => {
  it('touches one database: reaching into another one from inside ends it (R-OWN-3, R-TX-1)', async () => {
    const { order } = ON_POSTGRES['services'] as { order: JsonMap };
    const peek = [
      {
        transaction: [
          { write: "insert into orders values (:body.id, 'PLACED')" },
          { read: 'select id from shelf', in: 'stock', rows: 'shelf' },
          { refuse: 'OUT_OF_STOCK', status: 409 },
        ],
      },
      { reply: 201 },
    ];
    const shelf = {
      engine: 'postgres',
      access: 'anyone',
      rows: null,
      migrations: { V1__shelf: 'create table shelf (id text primary key);' },
    };
    const trace = await happens({
      services: { order: { ...order, handlers: { place: peek } }, stock: { database: shelf } },
      plan: [place('0ms')],
    });

    expect(column(trace, 'order.orders', 'id')).toEqual([]);
    expect(told(trace, 'transaction.aborted')).toEqual([expect.stringContaining("its service's own")]);
  });

  it('that is refused leaves no row and no message; what was committed before it stays (R-TX-1)', async () => {
    const refusing = [
      { write: 'orders', insert: { _id: 'before' } },
      {
        transaction: [
          { write: 'orders', insert: { _id: '=body.id' } },
          { emit: 'OrderPlaced', data: { order: '=body.id' } },
          { refuse: 'TOO_LATE', status: 409 },
        ],
      },
      { reply: 201 },
    ];
    const trace = await happens({ services: { order: { handlers: { place: refusing } } }, plan: [place('0ms')] });

    expect(column(trace, 'order.orders', '_id')).toEqual(['before']);
    expect(column(trace, 'order.outbox', '_id')).toEqual([]);
    expect(told(trace, 'reply.received', 'message.published')).toEqual(['13ms Alice: gets 409 from order']);
  });

  it('that fails takes its inbox marker along, and the next one carries it (R-INB-2)', async () => {
    const twice = [
      { transaction: [{ write: 'shelf', insert: { _id: 'BOOK' } }], as: 'first' },
      { let: { seen: '=first.outcome' } },
      { transaction: [{ write: 'shelf', filter: { _id: 'BOOK' }, update: { $inc: { left: -1 } } }] },
    ];
    const trace = await happens({
      services: { stock: { handlers: { take: twice } } },
      plan: [place('0ms'), crash('stock', 'consumer.after_commit_before_ack')],
    });

    expect(column(trace, 'stock.inbox', 'message_id')).toEqual(['E-1']);
    expect(column(trace, 'stock.shelf', 'left')).toEqual([9]);
  });
});
