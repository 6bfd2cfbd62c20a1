import { isMap } from '../../model/json.ts';
import { mapAt, versionOf } from '../assemble.ts';
import { LIMITS } from '../limits.ts';
import type { ApiRoute, CallPolicy, Consumption, Handler, Messaging, Service } from '../scenario.ts';
import type { Cursor } from './cursor.ts';
import { decodeDatabase } from './database.ts';
import { decodeSteps } from './steps.ts';

export const ROLES = ['service', 'composer', 'view', 'aggregator'] as const;
export const PUBLISH = ['outbox', 'direct-after-commit', 'direct-before-commit'] as const;
export const RELAYS = ['polling-unpublished', 'polling-cursor', 'log-tailing'] as const;
export const ACKS = ['after-commit', 'before-processing', 'auto'] as const;
export const INBOXES = ['atomic', 'check-then-act', 'marker-first', 'marker-last', 'off'] as const;

/**
 * A service as it starts, and its other versions complete by id. When it starts as another version than `v1`, the service itself
 * is that version and `v1` is among the others.
 */
export function decodeService(service: Cursor, id: string): Service {
  const written = service.map();
  const starts = service.key('version').text('v1');
  const ids = ['v1', ...Object.keys(mapAt(written, 'versions')).filter((version) => version !== 'v1')];
  const all = new Map(ids.map((version) => [version, decodeVersion(service, id, version)] as const));
  const first = all.get(starts);
  if (first === undefined || first === null)
    service.key('version').note('target-unknown', `There is no \`${starts}\`.`);
  const others = [...all].flatMap(([version, complete]) =>
    version === starts || !complete ? [] : [[version, complete] as const],
  );
  const start = first ?? all.get('v1') ?? decodeWritten(service.as({}), id, 'v1');
  return { ...start, versions: Object.fromEntries(others) };
}

function decodeVersion(service: Cursor, id: string, version: string): Service | null {
  const map = versionOf(service.map(), version, service.reading.places);
  if (map === null) {
    service
      .key('versions')
      .key(version)
      .note('target-unknown', `\`${version}\` does not build on a version of this service.`);
    return null;
  }
  return decodeWritten(service.as(map), id, version);
}

function decodeWritten(service: Cursor, id: string, version: string): Service {
  if (service.key('owns').present) service.key('owns').notYet();
  if (service.key('timers').present) service.key('timers').notYet();
  return {
    id,
    title: service.key('title').text(id),
    role: service.key('role').oneOf(ROLES, 'service'),
    instances: service.key('instances').whole(1, 0, LIMITS.instances),
    version,
    says: service.key('says').text(null),
    database: decodeDatabase(service.key('database'), id),
    messaging: decodeMessaging(service.key('messaging')),
    api: service
      .key('api')
      .entries()
      .map(([operation, route]) => decodeRoute(operation, route)),
    consumes: service
      .key('consumes')
      .entries()
      .map(([name, queue]) => decodeConsumption(id, name, queue)),
    calls: Object.fromEntries(
      service
        .key('calls')
        .entries()
        .map(([callee, policy]) => [callee, decodePolicy(policy)]),
    ),
    handlers: Object.fromEntries(
      service
        .key('handlers')
        .entries()
        .map(([name, steps]) => [name, decodeHandler(name, steps)]),
    ),
    versions: {},
  };
}

function decodeHandler(name: string, steps: Cursor): Handler {
  return { name, steps: decodeSteps(steps) };
}

function decodeMessaging(messaging: Cursor): Messaging {
  const relay = messaging.key('relay').oneOf(RELAYS, 'polling-unpublished');
  if (relay !== 'polling-unpublished') messaging.key('relay').notYet();
  if (messaging.key('migrator').value === 'liquibase') messaging.key('migrator').notYet();
  return {
    publish: messaging.key('publish').oneOf(PUBLISH, 'outbox'),
    relay,
    pollMs: messaging.key('poll').ms(50),
    ack: messaging.key('ack').oneOf(ACKS, 'after-commit'),
    inbox: messaging.key('inbox').oneOf(INBOXES, 'atomic'),
    confirm: messaging.key('confirm').flag(true),
  };
}

function decodeRoute(operation: string, route: Cursor): ApiRoute {
  if (!isMap(route.value)) return { operation, handler: route.text(), idempotency: 'off' };
  const idempotency = route.key('idempotency').oneOf(['off', 'optional', 'required'], 'off');
  if (idempotency !== 'off') route.key('idempotency').notYet();
  return { operation, handler: route.key('run').text(), idempotency };
}

/** Keys of a consumption that are settings; every other key is a message type. */
export const QUEUE_SETTINGS = ['prefetch', 'deliveryLimit', 'deadLetter', 'redeliver', 'startAt', 'upcast'];

function decodeConsumption(service: string, name: string, queue: Cursor): Consumption {
  for (const later of ['startAt', 'upcast']) if (queue.key(later).present) queue.key(later).notYet();
  const handlers = queue
    .entries()
    .flatMap(([type, handler]) => (QUEUE_SETTINGS.includes(type) ? [] : [[type, handler.text()] as const]));
  return {
    name,
    queue: `${service}.${name}`,
    handlers: Object.fromEntries(handlers),
    prefetch: queue.key('prefetch').whole(10, 1, 1_000),
    deliveryLimit: queue.key('deliveryLimit').whole(null, 0, 1_000),
    deadLetter: queue.key('deadLetter').flag(false),
    redeliverMs: queue.key('redeliver').ms(0),
  };
}

function decodePolicy(policy: Cursor): CallPolicy {
  for (const later of ['backoff', 'cap', 'jitter', 'breaker'])
    if (policy.key(later).present) policy.key(later).notYet();
  const attempts = policy.key('attempts').whole(1, 1, 100);
  if (attempts !== 1) policy.key('attempts').notYet();
  return { deadlineMs: policy.key('deadline').ms(1_000), attempts };
}
