import { isList, isMap, type Json } from '../../model/json.ts';
import type { Headers } from '../broker-event.ts';
import type { QueueDeclaration } from '../declaration.ts';

/** Quorum queues forgive 20 failed deliveries unless told otherwise, since 4.0. */
const DEFAULT_DELIVERY_LIMIT = 20;

/** A queue as the recorder declared it, with the optional arguments of AMQP. */
export function declarationOf(name: string, type: 'classic' | 'quorum', args: Headers): QueueDeclaration {
  const exchange = args['x-dead-letter-exchange'];
  const routingKey = args['x-dead-letter-routing-key'];
  const deadLetter = {
    ...(typeof exchange === 'string' ? { exchange } : {}),
    ...(typeof routingKey === 'string' ? { routingKey } : {}),
  };
  const maxLength = args['x-max-length'];
  const messageTtlMs = args['x-message-ttl'];
  return {
    name,
    type,
    bindings: [],
    deliveryLimit: type === 'classic' ? null : limitOf(args['x-delivery-limit']),
    deadLetter: exchange === undefined ? null : deadLetter,
    ...(typeof maxLength === 'number' ? { maxLength } : {}),
    ...(typeof messageTtlMs === 'number' ? { messageTtlMs } : {}),
    overflow: args['x-overflow'] === 'reject-publish' ? 'reject-publish' : 'drop-head',
    singleActiveConsumer: args['x-single-active-consumer'] === true,
  };
}

function limitOf(argument: Json | undefined): number | null {
  if (typeof argument !== 'number') return DEFAULT_DELIVERY_LIMIT;
  return argument < 0 ? null : argument;
}

/** Headers with their keys in order and the times of deaths taken out: a real clock stood in them. */
export function timeless(headers: Headers): Headers {
  return plain(headers) as Headers;
}

function plain(value: Json): Json {
  if (isList(value)) return value.map(plain);
  if (!isMap(value)) return value;
  const keys = Object.keys(value)
    .filter((key) => key !== 'time')
    .sort();
  return Object.fromEntries(keys.map((key) => [key, plain(value[key] ?? null)]));
}
