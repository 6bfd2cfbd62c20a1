import { expect, it } from 'vitest';
import { change, row } from '../projections/testing/shop-opening.ts';
import { shopTrace } from '../projections/testing/shop-trace.ts';
import { TraceWriter } from '../projections/testing/trace-writer.ts';
import { printStep, printTrace } from './print.ts';

it('tells a run in lines that name cause, time, actor, line and fault point', () => {
  const { steps, verdicts, end } = shopTrace(1);

  expect(printTrace({ steps: steps.slice(0, 10), verdicts, end })).toMatchInlineSnapshot(`
    "                      ! no-zombie undecided
       1 <- -         1ms  Alice        sends POST /orders to order
       2 <- 1         6ms  order        receives POST /orders from Alice  [rpc.server.received]
       3 <- 2         7ms  order        reads 1 row of product_ref  (place-order 0)
       4 <- 3         8ms  order        begins transaction order-1  (place-order 2)
       5 <- 4         9ms  order        changes 1 row of orders  (place-order 2.0)
                          + orders O-1: id "O-1", user_id "U1", status "PLACED", total_cents 2400
       6 <- 5        10ms  order        records OrderCreated order-1 in its outbox  (place-order 2.1)
                          + outbox order-1: id "order-1", type "OrderCreated", published_at_ms null
       7 <- 6        11ms  order        commits order-1 (orders, outbox)  (place-order 2.commit)  [tx.after_commit]
                          ! no-zombie would-break: ["O-1"]
       8 <- 7        12ms  order        replies 201 to Alice
       9 <- 8        17ms  Alice        gets 201 from order
      10 <- 9        57ms  order.relay  finds unpublished order-1
    end: quiescent at 123ms
    "
  `);
});

it('shows of an update what changed, of a delete that it is gone, of a long value how long it is', () => {
  const writer = new TraceWriter();
  const step = writer.add(
    {
      kind: 'rows.changed',
      database: 'inventory',
      tx: null,
      statement: { text: 'update', values: [] },
      count: 3,
      changes: [
        change('stock', 'SKU-BOOK', row({ _id: 'SKU-BOOK', on_hand: 10 }), row({ _id: 'SKU-BOOK', on_hand: 8 })),
        change('stock', 'SKU-PEN', row({ _id: 'SKU-PEN' }), null),
        change('notes', 'N-1', null, row({ text: 'x'.repeat(200) })),
      ],
    },
    { actor: 'inventory', instance: 2 },
  );

  expect(printStep(step)).toMatchInlineSnapshot(`
    "   1 <- -         1ms  inventory/2  changes 3 rows of stock, notes, committed alone
                          ~ stock SKU-BOOK: on_hand 10 -> 8
                          - stock SKU-PEN
                          + notes N-1: text "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx… (202 characters)"
  `);
});
