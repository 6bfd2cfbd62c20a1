import type { Json } from '../../model/json.ts';
import type { Row, TableContents } from '../../model/rows.ts';
import type { Opening, OpeningQueue } from '../../trace/trace.ts';

const table = (name: string, columns: readonly string[], rows: readonly Row[] = []): TableContents => ({
  name,
  columns: columns.map((column, place) => ({ name: column, type: 'text', key: place === 0 })),
  system: name === 'outbox' || name === 'inbox',
  rows,
});

const queue = (service: string, name = `${service}.order-events`): OpeningQueue => ({
  name,
  service,
  bindings: [{ exchange: 'shop.events', routingKey: 'order.created', type: 'topic' }],
  prefetch: 10,
  deliveryLimit: 4,
  deadLetterTo: `${name}.dead`,
});

/** Three services as in the first lesson, with a dead-letter queue. */
export const shopOpening: Opening = {
  clients: [{ id: 'Alice', title: 'Alice' }],
  services: ['order', 'inventory', 'user'].map((id) => ({
    id,
    title: `${id.charAt(0).toUpperCase()}${id.slice(1)} Service`,
    role: 'service',
    instances: 1,
    version: 'v1',
    database: id,
  })),
  databases: [
    {
      id: 'order',
      owner: 'order',
      engine: 'postgres',
      product: 'PostgreSQL 18.6',
      standsFor: null,
      tables: [
        table('orders', ['id', 'user_id', 'status', 'total_cents']),
        table('product_ref', ['sku', 'unit_price_cents'], [{ sku: 'SKU-BOOK', unit_price_cents: 1200 }]),
        table('outbox', ['id', 'type', 'published_at_ms']),
      ],
    },
    {
      id: 'inventory',
      owner: 'inventory',
      engine: 'document',
      product: 'LokiJS 1.5',
      standsFor: 'MongoDB',
      tables: [
        table('movements', ['_id', 'order_id', 'sku', 'delta', 'reason']),
        table('stock', ['_id', 'on_hand'], [{ _id: 'SKU-BOOK', on_hand: 10 }]),
        table('inbox', ['message_id']),
      ],
    },
    {
      id: 'user',
      owner: 'user',
      engine: 'sqlite',
      product: 'SQLite 3.54',
      standsFor: 'MySQL',
      tables: [
        table('order_history', ['user_id', 'order_id', 'status', 'total_cents']),
        table('users', ['id', 'name', 'order_count'], [{ id: 'U1', name: 'Alice', order_count: 0 }]),
        table('inbox', ['message_id']),
      ],
    },
  ],
  exchanges: [{ name: 'shop.events', type: 'topic' }],
  queues: [
    queue('inventory'),
    queue('user'),
    {
      name: 'inventory.order-events.dead',
      service: null,
      bindings: [],
      prefetch: 0,
      deliveryLimit: null,
      deadLetterTo: null,
    },
  ],
};

export const change = (table: string, key: string, before: Row | null, after: Row | null) => ({
  table,
  key,
  before,
  after,
});

export const row = (cells: Readonly<Record<string, Json>>): Row => cells;
