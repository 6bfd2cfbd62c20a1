import type { DatabaseSpec, EngineKind } from '../kernel/engine-port.ts';
import type { Json } from '../model/json.ts';
import type { Row, TableContents } from '../model/rows.ts';
import type { Opening, OpeningDatabase, OpeningQueue, OpeningService } from '../trace/trace.ts';
import { own } from './own.ts';
import type { Consumption, Scenario, Service } from './scenario.ts';
import { tablesCreatedIn } from './sql-text.ts';

/** Product and version as the engines name themselves; a running engine has the last word. */
const PRODUCTS: Readonly<Record<EngineKind, string>> = {
  postgres: 'PostgreSQL 18.6',
  sqlite: 'SQLite 3.54',
  document: 'LokiJS 1.5',
  memory: 'In memory',
};

/**
 * The world before the first step as far as the scenario alone tells it, for the first paint: who is there, which queues are
 * bound to what, which tables are known. Columns and rows are those the file itself lists.
 */
export function sketchOpening(scenario: Scenario): Opening {
  const services = Object.values(scenario.services);
  return {
    clients: clientsOf(scenario),
    services: services.map(openingService),
    databases: services.flatMap(({ database, id }) => (database === null ? [] : [openingDatabase(database, id)])),
    exchanges: exchangesOf(scenario),
    queues: services.flatMap((service) => service.consumes.flatMap((queue) => queuesOf(scenario, service, queue))),
  };
}

function clientsOf(scenario: Scenario): Opening['clients'] {
  const names = new Set(Object.values(scenario.commands).map(({ client }) => client));
  return [...names].map((name) => ({ id: name, title: name }));
}

const openingService = ({ id, title, role, instances, version, database }: Service): OpeningService => {
  return { id, title, role, instances, version, database: database === null ? null : database.id };
};

function exchangesOf(scenario: Scenario): Opening['exchanges'] {
  const names = new Set(Object.values(scenario.messages).map(({ on }) => on));
  return [...names].map((name) => ({ name, type: 'topic' }));
}

/** The queue of a consumption and, where it has one, the queue of its dead letters. */
function queuesOf(scenario: Scenario, service: Service, consumption: Consumption): readonly OpeningQueue[] {
  const bindings = Object.keys(consumption.handlers).flatMap((type) => {
    const message = own(scenario.messages, type);
    return message === undefined ? [] : [{ exchange: message.on, routingKey: message.routingKey, type }];
  });
  const dead = consumption.deadLetter ? `${consumption.queue}.dead` : null;
  const { queue: name, prefetch, deliveryLimit } = consumption;
  const queue: OpeningQueue = { name, service: service.id, bindings, prefetch, deliveryLimit, deadLetterTo: dead };
  if (dead === null) return [queue];
  return [queue, { name: dead, service: null, bindings: [], prefetch: 0, deliveryLimit: null, deadLetterTo: null }];
}

function openingDatabase(database: DatabaseSpec, owner: string): OpeningDatabase {
  const created = Object.values(database.migrations).flatMap(tablesCreatedIn);
  const names = new Set([...created, ...database.collections, ...Object.keys(database.rows)]);
  const tables = [...names].map((name) => sketchTable(name, own(database.rows, name) ?? []));
  const { id, engine, standsFor } = database;
  return { id, owner, engine, product: PRODUCTS[engine], standsFor, tables };
}

function sketchTable(name: string, rows: readonly Row[]): TableContents {
  const columns = new Map<string, Json>();
  for (const row of rows)
    for (const [column, value] of Object.entries(row)) columns.set(column, columns.get(column) ?? value);
  const shapes = [...columns].map(([column, value]) => ({ name: column, type: typeOf(value), key: column === '_id' }));
  return { name, columns: shapes, system: false, rows };
}

function typeOf(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value === 'object' ? 'map' : typeof value;
}
