import { expect, it } from 'vitest';
import { sketchOpening } from './sketch.ts';
import { designs } from './testing/fixtures.ts';
import { resolved } from './testing/resolved.ts';

it('sketches the world before the first step from the scenario alone', () => {
  const { clients, services, databases, exchanges, queues } = sketchOpening(resolved(designs));

  expect(clients).toEqual([
    { id: 'Alice', title: 'Alice' },
    { id: 'Bob', title: 'Bob' },
  ]);
  expect(services.map(({ id, title, database }) => [id, title, database])).toEqual([
    ['order', 'Order Service', 'order'],
    ['inventory', 'Inventory Service', 'inventory'],
    ['user', 'user', 'user'],
  ]);
  expect(
    databases.map(({ id, product, standsFor, tables }) => [id, product, standsFor, tables.map(({ name }) => name)]),
  ).toEqual([
    ['order', 'PostgreSQL 18.6', null, ['orders', 'order_items', 'product_ref']],
    ['inventory', 'LokiJS 1.5', 'MongoDB', ['stock', 'reservations', 'movements']],
    ['user', 'SQLite 3.54', 'MySQL', ['users', 'wallet_entry', 'order_history']],
  ]);
  expect(exchanges).toEqual([{ name: 'shop.events', type: 'topic' }]);
  expect(queues).toEqual([
    {
      name: 'inventory.order-events',
      service: 'inventory',
      bindings: [{ exchange: 'shop.events', routingKey: 'order.created', type: 'OrderCreated' }],
      prefetch: 1,
      deliveryLimit: 3,
      deadLetterTo: 'inventory.order-events.dead',
    },
    {
      name: 'inventory.order-events.dead',
      service: null,
      bindings: [],
      prefetch: 0,
      deliveryLimit: null,
      deadLetterTo: null,
    },
    {
      name: 'user.order-events',
      service: 'user',
      bindings: [{ exchange: 'shop.events', routingKey: 'order.created', type: 'OrderCreated' }],
      prefetch: 10,
      deliveryLimit: null,
      deadLetterTo: null,
    },
  ]);
});

it('shows the rows and columns the file lists', () => {
  const inventory = sketchOpening(resolved(designs)).databases[1];
  const stock = inventory?.tables.find(({ name }) => name === 'stock');

  expect(stock?.columns.map(({ name, key }) => (key ? `${name}*` : name))).toEqual([
    '_id*',
    'name',
    'price_cents',
    'on_hand',
    'version',
  ]);
  expect(stock?.rows).toHaveLength(3);
});
