import { expect, it } from 'vitest';
import type { HandlerStep } from './handler-step.ts';
import { listing } from './listing.ts';
import { edited } from './testing/marked.ts';
import { designs, oneOrder } from './testing/fixtures.ts';
import { resolved } from './testing/resolved.ts';

function printed(source: typeof oneOrder, service: string, handler: string): string {
  const found = resolved(source).services[service]?.handlers[handler] ?? { name: '', steps: [] };
  return listing(found)
    .map(({ path, depth, text }) => `${path.padEnd(10)}${'  '.repeat(depth)}${text}`)
    .join('\n');
}

it('shows a handler in the words of its file, with the end of each transaction', () => {
  expect(printed(designs, 'order', 'place-order')).toMatchInlineSnapshot(`
    "0         read: select sku, unit_price_cents from product_ref order by sku
    0           rows: prices
    1         let: total: =sum(body.lines.map(l, l.qty * keyed(prices, 'sku')[l.sku].unit_price_cents))
    2         transaction:
    2.0         write: insert into orders values (:body.id, :body.user, 'PLACED', :total, 1, :now, :now)
    2.1         each: line in =body.lines
    2.1           write: insert into order_items select :body.id, sku, :line.qty, unit_price_cents from product_ref where sku = :line.sku
    2.2         emit: OrderCreated
    2.2           data: { order: =body.id, user: =body.user, lines: =body.lines, total: =total, version: 1 }
    2.commit    commit
    2           as: kept
    3         if: =kept.outcome == 'ok'
    3           reply: 201
    3         else:
    3.else.0    reply: 500"
  `);
  expect(printed(oneOrder, 'user', 'remember-order')).toMatchInlineSnapshot(`
    "0         transaction:
    0.0         write: insert into order_history values (:data.user, :data.order, 'PLACED', :data.total, :data.version)
    0.0           on conflict (user_id, order_id) do update set status = excluded.status, source_version = excluded.source_version
    0.0           where excluded.source_version > order_history.source_version
    0.1         write: update users set order_count = order_count + 1 where id = :data.user
    0.commit    commit"
  `);
  expect(printed(oneOrder, 'inventory', 'take-from-shelf')).toMatchInlineSnapshot(`
    "0         transaction:
    0.0         each: line in =data.lines
    0.0           write: stock
    0.0             filter: { _id: =line.sku }
    0.0             update: { $inc: { on_hand: =-line.qty } }
    0.1         each: line in =data.lines
    0.1           write: movements
    0.1             insert: { _id: =data.order + ':' + line.sku, order_id: =data.order, sku: =line.sku, delta: =-line.qty, reason: SALE, message_id: =message.id }
    0.commit    commit"
  `);
});

it('has lines for every verb, and the pieces of a line are the line', () => {
  const text = edited(
    oneOrder.text,
    '        - reply: 201\n',
    `        - { wait: 200ms }
        - { call: inventory GET /stock, query: { sku: x }, as: asked }
        - { refuse: NOT_NOW, status: 409, if: =asked.outcome != 'ok' }
        - { do: [{ write: stock, filter: { _id: x }, delete: true }] }
        - { read: stock, filter: {}, sort: { _id: 1 }, limit: 3, rows: some, in: inventory }
        - reply: 201\n`,
  );
  const handler = resolved({ ...oneOrder, text }).services['order']?.handlers['place-order'];
  const lines = listing(handler ?? { name: '', steps: [] });

  expect(lines.map((line) => line.text).join('\n')).toMatchInlineSnapshot(`
    "read: select sku, unit_price_cents from product_ref order by sku
    rows: prices
    let: price: =keyed(prices, 'sku')
    let: total: =sum(body.lines.map(l, l.qty * price[l.sku].unit_price_cents))
    transaction:
    write: insert into orders values (:body.id, :body.user, 'PLACED', :total, 1, :now)
    each: line in =body.lines
    write: insert into order_items select :body.id, sku, :line.qty, unit_price_cents from product_ref where sku = :line.sku
    emit: OrderCreated
    data: { order: =body.id, user: =body.user, lines: =body.lines, total: =total, version: 1 }
    commit
    wait: 200ms
    call: inventory GET /stock
    query: { sku: x }
    as: asked
    if: =asked.outcome != 'ok'
    refuse: NOT_NOW
    status: 409
    do:
    write: stock
    filter: { _id: x }
    delete: true
    read: stock
    sort: { _id: 1 }
    limit: 3
    in: inventory
    rows: some
    reply: 201
    body: { id: =body.id }"
  `);
  for (const { text: whole, tokens } of lines)
    expect(
      tokens
        .map((token) => token.text)
        .join('')
        .trimEnd(),
    ).toBe(whole);
});

it('has a line for the path of every step', () => {
  const paths = (steps: readonly HandlerStep[]): readonly string[] =>
    steps.flatMap((step) => [
      step.path,
      ...(step.verb === 'transaction'
        ? [`${step.path}.commit`, ...paths(step.steps)]
        : step.verb === 'do'
          ? paths(step.steps)
          : []),
      ...paths(step.otherwise),
    ]);
  for (const service of Object.values(resolved(designs).services)) {
    for (const handler of Object.values(service.handlers)) {
      const shown = new Set(listing(handler).map(({ path }) => path));

      expect(paths(handler.steps).filter((path) => !shown.has(path))).toEqual([]);
    }
  }
});
