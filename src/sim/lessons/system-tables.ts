import type { Json } from '../model/json.ts';
import type { Message } from '../model/message.ts';
import type { Row } from '../model/rows.ts';
import type { Step } from '../trace/step.ts';
import type { Opening } from '../trace/trace.ts';

type Sent = Step & { readonly kind: 'request.sent' };

/**
 * What clients learned: one row per answer, and one per call that ended without an answer (`outcome` is then `unknown`
 * or `failed` and `status` null).
 */
export function clientReplies(opening: Opening, steps: readonly Step[]): readonly Row[] {
  const clients = new Set(opening.clients.map(({ id }) => id));
  const sent = new Map<string, Sent>();
  const rows: Row[] = [];
  for (const step of steps) {
    if (!clients.has(step.actor)) continue;
    if (step.kind === 'request.sent') sent.set(step.call, step);
    const end = endOf(step);
    const request = end === null ? undefined : sent.get(end.call);
    if (end === null || request === undefined) continue;
    const { command, operation, from: client } = request;
    rows.push({ client, command, operation, status: end.status, body: end.body, outcome: end.outcome, at_ms: step.at });
  }
  return rows;
}

/** Every request and what its sender learned; `outcome` is `waiting` while it knows nothing. */
export function calls(steps: readonly Step[]): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const step of steps) {
    if (step.kind === 'request.sent') {
      const { call, from, to, operation, command, at } = step;
      rows.set(call, { call, from, to, operation, command, status: null, outcome: 'waiting', sent_at_ms: at });
    }
    const end = endOf(step);
    const row = end === null ? undefined : rows.get(end.call);
    if (end !== null && row !== undefined) rows.set(end.call, { ...row, status: end.status, outcome: end.outcome });
  }
  return [...rows.values()];
}

interface CallEnd {
  readonly call: string;
  readonly status: number | null;
  readonly body: Json;
  readonly outcome: 'ok' | 'refused' | 'failed' | 'unknown';
}

/** How the sender's knowledge of its call ends (R-RPC-2). */
function endOf(step: Step): CallEnd | null {
  switch (step.kind) {
    case 'reply.received': {
      const { call, status, body } = step;
      return { call, status, body, outcome: status < 400 ? 'ok' : status < 500 ? 'refused' : 'failed' };
    }
    case 'call.timedOut':
      return { call: step.call, status: null, body: null, outcome: 'unknown' };
    case 'call.broken':
      return { call: step.call, status: null, body: null, outcome: step.outcome };
    default:
      return null;
  }
}

/** Dead letters that still lie where dead letters go, with the queue they came from. */
export function deadLetters(steps: readonly Step[]): readonly Row[] {
  const messages = new Map<string, Message>();
  const rows = new Map<string, Row>();
  for (const step of steps) {
    if (step.kind === 'message.published' || step.kind === 'message.delivered')
      messages.set(step.message.id, step.message);
    if (step.kind === 'message.deadLettered') {
      const { queue, to, reason, attempts, messageId } = step;
      const message = messages.get(messageId);
      const known = { message: message?.type ?? null, subject: message?.subject ?? null };
      rows.set(`${to} ${messageId}`, { queue, id: messageId, ...known, reason, attempts });
    }
    if (step.kind === 'message.acked') rows.delete(`${step.queue} ${step.messageId}`);
  }
  return [...rows.values()];
}

/** Statements that a stranger made and that were refused, by the engine or by the port. */
export function deniedAccesses(opening: Opening, steps: readonly Step[]): readonly Row[] {
  const owners = new Map(opening.databases.map(({ id, owner }) => [id, owner]));
  return steps.flatMap((step): readonly Row[] => {
    if (step.kind !== 'access.denied') return [];
    const { database, caller, statement, refusal, by, at } = step;
    const { code, message } = refusal;
    const owner = owners.get(database) ?? null;
    return [{ database, owner, caller, statement: statement.text, code, message, by, at_ms: at }];
  });
}
