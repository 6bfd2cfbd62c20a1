import { z } from 'zod';
import { ENGINES } from '../decode/database.ts';
import { ACKS, INBOXES, PUBLISH, RELAYS, ROLES } from '../decode/service.ts';
import { LIMITS } from '../limits.ts';
import { steps } from './steps.ts';
import {
  anyName,
  byName,
  duration,
  flag,
  handlerName,
  identifier,
  kebab,
  listOf,
  map,
  oneOf,
  pascal,
  prose,
  sql,
  value,
  whole,
} from './words.ts';

const row = z.record(anyName, value, { error: 'a row: a map of columns' });
export const rows = byName(anyName, listOf(row, LIMITS.rows), 100).meta({ description: 'Table or collection → rows.' });

export const database = map({
  title: prose.optional(),
  engine: oneOf(...ENGINES).meta({ description: 'The real engine that keeps the data.' }),
  standsFor: prose.optional().meta({ description: 'The product this engine stands for, when it is an emulation.' }),
  migrations: byName(anyName, sql, 100)
    .optional()
    .meta({ description: '`V1__create_orders: sql`, run in order when an instance starts.' }),
  rows: rows.optional().meta({ description: 'Rows put in once, after the migrations.' }),
  collections: listOf(identifier, 100).optional().meta({ description: 'Collections of a document database.' }),
  atomicity: oneOf('session', 'document')
    .optional()
    .meta({ description: 'Whether several documents can commit together.' }),
  replica: map({ lag: duration }).optional(),
  access: oneOf('owner', 'anyone')
    .optional()
    .meta({ description: '`anyone` opens the door to other services, to be shown.' }),
});

const messaging = map({
  publish: oneOf(...PUBLISH)
    .optional()
    .meta({ description: 'How an event leaves: with the commit, after it or before it.' }),
  relay: oneOf(...RELAYS)
    .optional()
    .meta({ description: 'How the outbox is read.' }),
  poll: duration.optional(),
  ack: oneOf(...ACKS)
    .optional()
    .meta({ description: 'When a delivery is acknowledged.' }),
  inbox: oneOf(...INBOXES)
    .optional()
    .meta({ description: 'How a message seen before is recognised.' }),
  confirm: flag.optional(),
  migrator: oneOf('flyway', 'liquibase').optional(),
});

const route = z.union(
  [handlerName, map({ run: handlerName, idempotency: oneOf('off', 'optional', 'required').optional() })],
  {
    error: 'the name of a handler',
  },
);

const operation = z.string().regex(/^(?:(?:GET|POST|PUT|PATCH|DELETE) \/\S*|rpc [A-Za-z]\w*)$/, {
  error: 'a method and a path, such as `POST /orders`',
});

/** Message types beside settings: zod checks the settings, a catch-all the types. */
const consumption = z
  .object({
    prefetch: whole(1, 1_000).optional(),
    deliveryLimit: whole(0, 1_000)
      .optional()
      .meta({ description: 'Failed deliveries before a message is set aside; L means L + 1 attempts.' }),
    deadLetter: flag.optional(),
    redeliver: duration.optional(),
    startAt: oneOf('latest', 'earliest').optional(),
    upcast: z.record(pascal, z.record(anyName, value)).optional(),
  })
  .catchall(handlerName.meta({ description: 'Message type → the handler that receives it.' }));

const breaker = map({
  window: whole(1, 1_000).optional(),
  minimum: whole(1, 1_000).optional(),
  failureRate: whole(1, 100).optional(),
  wait: duration.optional(),
  probes: whole(1, 100).optional(),
});

const policy = map({
  deadline: duration.optional(),
  attempts: whole(1, 100).optional(),
  backoff: duration.optional(),
  cap: duration.optional(),
  jitter: flag.optional(),
  breaker: breaker.optional(),
});

const timer = map({ every: duration.optional(), run: handlerName });

/** A service as it stands after its layers were laid: base, scenario, version. */
export const service = map({
  title: prose.optional(),
  role: oneOf(...ROLES).optional(),
  says: prose.optional(),
  instances: whole(0, LIMITS.instances).optional(),
  version: kebab.optional().meta({ description: 'The version it starts as; `v1` is the service as written.' }),
  database: z.union([kebab, database], { error: 'a database, or the id of a shared one' }).optional(),
  owns: listOf(identifier, 100).optional(),
  messaging: messaging.optional(),
  api: byName(operation, route, 60).optional().meta({ description: '`POST /orders: place-order`.' }),
  consumes: byName(kebab, consumption, 40)
    .optional()
    .meta({ description: 'A queue of this service: message type → handler, and its settings.' }),
  calls: byName(kebab, policy, LIMITS.services)
    .optional()
    .meta({ description: 'How it calls other services: deadline and retries.' }),
  timers: byName(kebab, timer, 20).optional(),
  handlers: byName(handlerName, steps, LIMITS.handlers).optional().meta({ description: 'What it does, step by step.' }),
});
