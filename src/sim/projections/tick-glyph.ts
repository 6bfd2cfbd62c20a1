import { unreachable } from '../model/invariant.ts';
import type { Step } from '../trace/step.ts';

/** The mark a step has in the time views. */
export type TickGlyph =
  | 'send'
  | 'receive'
  | 'handler'
  | 'end'
  | 'read'
  | 'write'
  | 'begin'
  | 'commit'
  | 'abort'
  | 'refused'
  | 'unknown'
  | 'broker'
  | 'settle'
  | 'lost'
  | 'timer'
  | 'fault'
  | 'crash'
  | 'restart'
  | 'deploy'
  | 'rest'
  | 'limit';

export function glyphOf(step: Step): TickGlyph {
  switch (step.kind) {
    case 'request.sent':
    case 'reply.sent':
    case 'message.published':
    case 'message.delivered':
      return 'send';
    case 'request.received':
    case 'reply.received':
    case 'message.received':
      return 'receive';
    case 'call.timedOut':
      return 'unknown';
    case 'call.broken':
      return step.outcome === 'unknown' ? 'unknown' : 'refused';
    case 'handler.started':
      return 'handler';
    case 'handler.ended':
      return step.outcome === 'ok' ? 'end' : 'refused';
    case 'message.routed':
      return step.queues.length === 0 ? 'lost' : 'broker';
    case 'message.returned':
    case 'message.deadLettered':
    case 'message.dropped':
      return 'lost';
    case 'publish.confirmed':
    case 'message.acked':
    case 'message.discarded':
    case 'message.requeued':
      return 'settle';
    case 'message.rejected':
      return 'refused';
    case 'time.waited':
      return 'timer';
    case 'fault.injected':
    case 'connection.lost':
      return 'fault';
    case 'service.crashed':
    case 'database.crashed':
      return 'crash';
    case 'service.restarted':
    case 'database.restarted':
      return 'restart';
    case 'service.deployed':
      return 'deploy';
    case 'run.rested':
      return 'rest';
    case 'run.limited':
      return 'limit';
    default:
      return databaseGlyph(step);
  }
}

function databaseGlyph(
  step: Extract<
    Step,
    {
      readonly kind:
        | 'rows.read'
        | 'rows.changed'
        | 'statement.refused'
        | 'access.denied'
        | `transaction.${string}`
        | 'migration.applied'
        | 'message.recorded'
        | 'outbox.selected'
        | 'outbox.marked'
        | 'inbox.marked';
    }
  >,
): TickGlyph {
  switch (step.kind) {
    case 'rows.read':
    case 'outbox.selected':
      return 'read';
    case 'rows.changed':
    case 'message.recorded':
    case 'outbox.marked':
    case 'inbox.marked':
    case 'migration.applied':
      return 'write';
    case 'statement.refused':
    case 'access.denied':
      return 'refused';
    case 'transaction.begun':
      return 'begin';
    case 'transaction.committed':
      return 'commit';
    case 'transaction.aborted':
      return 'abort';
    default:
      return unreachable(step);
  }
}
