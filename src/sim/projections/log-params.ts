import type { Step } from '../trace/step.ts';
import type { LogParams } from './log.ts';

/** The words a sentence about a step needs. Lists are joined; `count` is there wherever a plural may be. */
export function paramsOf(step: Step): LogParams {
  return { actor: step.actor, ...inParticular(step) };
}

function inParticular(step: Step): LogParams {
  switch (step.kind) {
    case 'request.sent':
    case 'request.received':
    case 'reply.sent':
    case 'reply.received':
    case 'call.timedOut':
    case 'call.broken':
      return ofCall(step);
    case 'handler.started':
      return { handler: step.handler, trigger: step.trigger };
    case 'handler.ended':
      return { handler: step.handler, outcome: step.outcome, reason: step.reason ?? '' };
    case 'fault.injected':
      return { fault: step.fault, on: step.on, entry: step.entry };
    case 'service.crashed':
    case 'service.restarted':
      return { service: step.service, instance: step.instance };
    case 'service.deployed':
      return { service: step.service, version: step.version, says: step.says ?? '' };
    case 'connection.lost':
      return { service: step.service, instance: step.instance, queues: step.queues.join(', ') };
    case 'time.waited':
      return { ms: step.ms };
    case 'run.rested':
      return {};
    case 'run.limited':
      return { limit: step.limit };
    default:
      return 'database' in step ? ofDatabase(step) : ofMessage(step);
  }
}

function ofCall(step: Extract<Step, { readonly call: string }>): LogParams {
  switch (step.kind) {
    case 'request.sent':
      return { from: step.from, to: step.to, operation: step.operation, command: step.command ?? '' };
    case 'request.received':
      return { from: step.from, operation: step.operation };
    case 'reply.sent':
      return { to: step.to, status: step.status };
    case 'reply.received':
      return { from: step.from, status: step.status };
    case 'call.timedOut':
      return { to: step.to, ms: step.afterMs };
    default:
      return { to: step.to, outcome: step.outcome, reason: step.reason };
  }
}

function ofDatabase(step: Extract<Step, { readonly database: string }>): LogParams {
  const { database } = step;
  switch (step.kind) {
    case 'rows.read':
      return { database, tables: step.tables.join(', '), count: step.count };
    case 'rows.changed':
      return { database, tables: tablesOf(step.changes), count: step.count };
    case 'statement.refused':
      return { database, code: step.refusal.code, message: step.refusal.message };
    case 'access.denied':
      return { database, caller: step.caller, by: step.by, code: step.refusal.code, message: step.refusal.message };
    case 'transaction.committed':
      return { database, tables: step.tables.join(', '), count: step.tables.length };
    case 'transaction.aborted':
      return { database, reason: step.reason };
    case 'migration.applied':
      return { database, name: step.name };
    case 'message.recorded':
      return { database, message: step.message.type, id: step.message.id };
    case 'outbox.selected':
      return { database, count: step.messages.length };
    case 'outbox.marked':
      return { database, id: step.messageId };
    case 'inbox.marked':
      return { database, id: step.messageId, consumer: step.consumer };
    default:
      return { database };
  }
}

type OnTheWay = Exclude<
  Extract<Step, { readonly kind: `message.${string}` | `publish.${string}` }>,
  { readonly database: string }
>;

function ofMessage(step: OnTheWay): LogParams {
  switch (step.kind) {
    case 'message.published':
      return { ...named(step), exchange: step.exchange, key: step.routingKey, by: step.by };
    case 'message.routed':
      return { ...named(step), exchange: step.exchange, queues: step.queues.join(', '), count: step.queues.length };
    case 'message.returned':
      return { ...about(step), exchange: step.exchange, key: step.routingKey };
    case 'message.delivered':
      return { ...named(step), queue: step.queue, to: step.to, tag: step.tag, count: step.deliveryCount };
    case 'message.received':
      return { ...named(step), queue: step.queue, tag: step.tag };
    case 'message.discarded':
      return { ...about(step), consumer: step.consumer, reason: step.reason };
    case 'message.acked':
    case 'message.rejected':
      return { ...about(step), queue: step.queue, tag: step.tag };
    case 'message.requeued':
      return { queue: step.queue, reason: step.reason, ids: step.messageIds.join(', '), count: step.messageIds.length };
    case 'message.deadLettered':
      return { ...about(step), queue: step.queue, to: step.to, reason: step.reason, count: step.attempts };
    case 'message.dropped':
      return { ...about(step), queue: step.queue ?? '', reason: step.reason };
    default:
      return about(step);
  }
}

const named = ({ message }: { readonly message: { readonly type: string; readonly id: string } }): LogParams => ({
  message: message.type,
  id: message.id,
});

const about = (step: { readonly messageId: string; readonly about: Step['about'] }): LogParams => ({
  message: step.about.message ?? step.messageId,
  id: step.messageId,
});

const tablesOf = (changes: readonly { readonly table: string }[]): string =>
  [...new Set(changes.map(({ table }) => table))].join(', ');
