import type { ActorId, StepNumber } from '../model/ids.ts';
import type { Instant } from '../model/time.ts';
import type { HappeningKind } from '../trace/happening.ts';
import type { Step } from '../trace/step.ts';
import { paramsOf } from './log-params.ts';

/** Errors are never filtered out by default; detail is. */
export type Importance = 'error' | 'main' | 'detail';

export type LogParams = Readonly<Record<string, string | number>>;

/** A step as a line of the log: what to say (`kind`) and with which words filled in. The page turns it into a sentence. */
export interface LogEntry {
  readonly number: StepNumber;
  readonly at: Instant;
  readonly cause: StepNumber | null;
  readonly actor: ActorId;
  readonly instance: number;
  readonly part: 'process' | 'relay';
  readonly kind: HappeningKind;
  readonly importance: Importance;
  readonly point: string | null;
  readonly params: LogParams;
}

export function logEntry(step: Step): LogEntry {
  const { number, at, cause, actor, instance, part, kind, point } = step;
  return {
    number,
    at,
    cause,
    actor,
    instance,
    part,
    kind,
    importance: importanceOf(step),
    point,
    params: paramsOf(step),
  };
}

/** The log up to the cursor, oldest first, without what is less important than asked for. */
export function logAt(steps: readonly Step[], cursor: number, least: Importance = 'detail'): readonly LogEntry[] {
  const wanted = RANK[least];
  return steps
    .slice(0, cursor)
    .filter((step) => RANK[importanceOf(step)] <= wanted)
    .map(logEntry);
}

const RANK = { error: 0, main: 1, detail: 2 } satisfies Record<Importance, number>;

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

export function importanceOf(step: Step): Importance {
  if (step.kind === 'handler.ended' && step.outcome !== 'ok') return 'error';
  if (step.kind === 'message.routed' && step.queues.length === 0) return 'error';
  if (ERRORS.has(step.kind)) return 'error';
  return DETAILS.has(step.kind) ? 'detail' : 'main';
}
