import type { HappeningKind } from '../trace/happening.ts';
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
  if (step.kind === 'call.broken' && step.outcome === 'failed') return 'refused';
  if (step.kind === 'handler.ended' && step.outcome !== 'ok') return 'refused';
  if (step.kind === 'message.routed' && step.queues.length === 0) return 'lost';
  return GLYPHS[step.kind];
}

const GLYPHS = {
  'request.sent': 'send',
  'request.received': 'receive',
  'reply.sent': 'send',
  'reply.received': 'receive',
  'call.timedOut': 'unknown',
  'call.broken': 'unknown',
  'handler.started': 'handler',
  'handler.ended': 'end',
  'rows.read': 'read',
  'rows.changed': 'write',
  'statement.refused': 'refused',
  'access.denied': 'refused',
  'transaction.begun': 'begin',
  'transaction.committed': 'commit',
  'transaction.aborted': 'abort',
  'migration.applied': 'write',
  'database.crashed': 'crash',
  'database.restarted': 'restart',
  'message.recorded': 'write',
  'message.published': 'send',
  'message.routed': 'broker',
  'message.returned': 'lost',
  'message.delivered': 'send',
  'message.received': 'receive',
  'message.discarded': 'settle',
  'message.acked': 'settle',
  'message.rejected': 'refused',
  'message.requeued': 'settle',
  'message.deadLettered': 'lost',
  'message.dropped': 'lost',
  'publish.confirmed': 'settle',
  'outbox.selected': 'read',
  'outbox.marked': 'write',
  'inbox.marked': 'write',
  'fault.injected': 'fault',
  'connection.lost': 'fault',
  'service.crashed': 'crash',
  'service.restarted': 'restart',
  'service.deployed': 'deploy',
  'time.waited': 'timer',
  'run.rested': 'rest',
  'run.limited': 'limit',
} as const satisfies Record<HappeningKind, TickGlyph>;
