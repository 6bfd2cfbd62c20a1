import type { Happening, HappeningKind } from './happening.ts';

type Said<Kind extends HappeningKind> = (happening: Extract<Happening, { readonly kind: Kind }>) => string;

const rows = (count: number): string => (count === 1 ? '1 row' : `${String(count)} rows`);

const listed = (names: readonly string[], none: string): string => (names.length === 0 ? none : names.join(', '));

const named = ({ type, id }: { readonly type: string; readonly id: string }): string => `${type} ${id}`;

const tablesOf = (changes: readonly { readonly table: string }[]): string =>
  listed([...new Set(changes.map(({ table }) => table))], 'nothing');

/** What each kind of step says, without its actor. Golden files hold these words: a change here changes all of them. */
const SENTENCES: { readonly [Kind in HappeningKind]: Said<Kind> } = {
  'request.sent': ({ operation, to }) => `sends ${operation} to ${to}`,
  'request.received': ({ operation, from }) => `receives ${operation} from ${from}`,
  'reply.sent': ({ status, to }) => `replies ${String(status)} to ${to}`,
  'reply.received': ({ status, from }) => `gets ${String(status)} from ${from}`,
  'call.timedOut': ({ to, afterMs }) => `waits no longer for ${to} after ${String(afterMs)}ms: outcome unknown`,
  'call.broken': ({ to, reason, outcome }) => `loses its connection to ${to} (${reason}): outcome ${outcome}`,
  'rows.read': ({ tables, count }) => `reads ${rows(count)} of ${listed(tables, 'no table')}`,
  'transaction.begun': ({ tx }) => `begins transaction ${tx}`,
  'rows.changed': ({ tx, count, changes }) =>
    `changes ${rows(count)} of ${tablesOf(changes)}${tx === null ? ', committed alone' : ''}`,
  'statement.refused': ({ refusal }) => `is refused: ${refusal.code} ${refusal.message}`,
  'access.denied': ({ database, by, refusal }) =>
    `is denied ${database} by the ${by}: ${refusal.code} ${refusal.message}`,
  'transaction.committed': ({ tx, tables }) => `commits ${tx} (${listed(tables, 'nothing changed')})`,
  'transaction.aborted': ({ tx, reason }) => `rolls back ${tx}: ${reason}`,
  'migration.applied': ({ name }) => `runs migration ${name}`,
  'database.crashed': ({ database }) => `database ${database} crashes`,
  'database.restarted': ({ database }) => `database ${database} is back`,
  'message.recorded': ({ message }) => `records ${named(message)} in its outbox`,
  'outbox.selected': ({ messages }) => `finds unpublished ${listed(messages, 'nothing')}`,
  'outbox.marked': ({ messageId }) => `marks ${messageId} as published`,
  'message.published': ({ message, exchange, routingKey }) =>
    `publishes ${named(message)} to ${exchange} with key ${routingKey}`,
  'message.routed': ({ message, queues }) => `routes ${named(message)} to ${listed(queues, 'no queue')}`,
  'message.returned': ({ messageId }) => `returns ${messageId}: no queue wants it`,
  'publish.confirmed': ({ messageId }) => `has ${messageId} confirmed`,
  'message.delivered': ({ message, queue, to, tag, redelivered }) =>
    `delivers ${named(message)} from ${queue} to ${to}, tag ${String(tag)}${redelivered ? ', again' : ''}`,
  'message.received': ({ message, queue, tag, redelivered }) =>
    `receives ${named(message)} from ${queue}, tag ${String(tag)}${redelivered ? ', again' : ''}`,
  'inbox.marked': ({ messageId }) => `marks ${messageId} as processed`,
  'message.discarded': ({ messageId, reason }) => `discards ${messageId}: ${reason}`,
  'message.acked': ({ messageId, queue, tag }) => `acks ${messageId} on ${queue}, tag ${String(tag)}`,
  'message.rejected': ({ messageId, queue, tag, requeue }) =>
    `rejects ${messageId} on ${queue}, tag ${String(tag)}${requeue ? ', to be requeued' : ''}`,
  'message.requeued': ({ messageIds, queue, reason }) =>
    `requeues ${listed(messageIds, 'nothing')} on ${queue}: ${reason}`,
  'message.deadLettered': ({ messageId, queue, to, reason, attempts }) =>
    `dead-letters ${messageId} from ${queue} to ${to}: ${reason}, ${String(attempts)} attempts`,
  'message.dropped': ({ messageId, queue, reason }) =>
    `drops ${messageId}${queue === null ? '' : ` from ${queue}`}: ${reason}`,
  'handler.started': ({ handler, trigger }) => `starts ${handler} (${trigger})`,
  'handler.ended': ({ handler, outcome, reason }) =>
    `ends ${handler}: ${outcome}${reason === null ? '' : ` (${reason})`}`,
  'fault.injected': ({ fault, on }) => `fault: ${fault} on ${on}`,
  'service.crashed': ({ service, instance, lost }) =>
    `${service}/${String(instance)} crashes${lost.length === 0 ? '' : ` and forgets ${lost.join(', ')}`}`,
  'service.restarted': ({ service, instance }) => `${service}/${String(instance)} is back`,
  'service.deployed': ({ service, version }) => `${service} is now ${version}`,
  'connection.lost': ({ service, instance, queues }) =>
    `misses ${service}/${String(instance)} on ${listed(queues, 'no queue')}`,
  'time.waited': ({ ms }) => `waits ${String(ms)}ms`,
  'run.rested': () => 'the run is at rest',
  'run.limited': ({ limit }) => `the run is cut: ${limit}`,
};

/** The stable English sentence of a happening, its actor left out. */
export function sentenceOf(happening: Happening): string {
  // The table is exhaustive, which TypeScript cannot use across a union of its keys.
  return (SENTENCES[happening.kind] as (happening: Happening) => string)(happening);
}
