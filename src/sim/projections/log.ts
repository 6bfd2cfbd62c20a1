import type { HappeningKind } from '../trace/happening.ts';
import type { Step } from '../trace/step.ts';

/** Errors are never filtered out by default; detail is. */
export type Importance = 'error' | 'main' | 'detail';

const ERRORS: ReadonlySet<HappeningKind> = new Set([
  'statement.refused',
  'access.denied',
  'transaction.aborted',
  'call.timedOut',
  'call.broken',
  'message.returned',
  'message.rejected',
  'message.deadLettered',
  'message.dropped',
  'fault.injected',
  'service.crashed',
  'database.crashed',
  'connection.lost',
  'run.limited',
]);

const DETAILS: ReadonlySet<HappeningKind> = new Set([
  'rows.read',
  'transaction.begun',
  'outbox.selected',
  'outbox.marked',
  'publish.confirmed',
  'message.routed',
  'message.delivered',
  'inbox.marked',
  'handler.started',
  'handler.ended',
  'time.waited',
]);

/** How much a step matters to someone who reads the log. */
export function importanceOf(step: Step): Importance {
  if (step.kind === 'handler.ended' && step.outcome !== 'ok') return 'error';
  if (step.kind === 'message.routed' && step.queues.length === 0) return 'error';
  if (ERRORS.has(step.kind)) return 'error';
  return DETAILS.has(step.kind) ? 'detail' : 'main';
}
