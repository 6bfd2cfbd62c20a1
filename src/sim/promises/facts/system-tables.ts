import type { Json } from '../../model/json.ts';
import type { Message } from '../../model/message.ts';
import type { Row } from '../../model/rows.ts';
import type { Step } from '../../trace/step.ts';
import type { Opening } from '../../trace/trace.ts';
import type { QueueLedger } from './queue-ledger.ts';

type Sent = Step & { readonly kind: 'request.sent' };

interface CallEnd {
  readonly call: string;
  readonly status: number | null;
  readonly body: Json;
  readonly outcome: 'ok' | 'refused' | 'failed' | 'unknown';
}

const NOTHING: readonly string[] = [];

/** The tables that no service owns, growing with the trace: what clients know, what lies in queues, who was refused. */
export class SystemTables {
  readonly #ledger: QueueLedger;
  readonly #clients: ReadonlySet<string>;
  readonly #owners: ReadonlyMap<string, string>;
  readonly #sent = new Map<string, Sent>();
  readonly #messages = new Map<string, Message>();
  readonly #replies: Row[] = [];
  readonly #calls = new Map<string, Row>();
  readonly #dead = new Map<string, Row>();
  readonly #denied: Row[] = [];

  constructor(opening: Opening, ledger: QueueLedger) {
    this.#ledger = ledger;
    this.#clients = new Set(opening.clients.map(({ id }) => id));
    this.#owners = new Map(opening.databases.map(({ id, owner }) => [id, owner]));
  }

  /** Rows of `client.replies` and its like; null for an address that is none of them. */
  rows(address: string): readonly Row[] | null {
    switch (address) {
      case 'client.replies':
        return [...this.#replies];
      case 'trace.calls':
        return [...this.#calls.values()];
      case 'broker.dead':
        return [...this.#dead.values()];
      case 'access.denied':
        return [...this.#denied];
      case 'broker.queues':
        return this.#ledger.totals
          .map(({ name, ready, unacked, acked, dropped }) => ({
            name,
            ready,
            unacked,
            total: ready + unacked,
            acked,
            dropped,
          }))
          .sort((a, b) => (a.name < b.name ? -1 : 1));
      default:
        return null;
    }
  }

  /** The addresses that the step changed. `queues` says whether it changed the books of a queue. */
  observe(step: Step, queues: boolean): readonly string[] {
    const changed = this.#take(step);
    return queues ? [...changed, 'broker.queues'] : changed;
  }

  #take(step: Step): readonly string[] {
    switch (step.kind) {
      case 'request.sent':
        return this.#ask(step);
      case 'reply.received':
      case 'call.timedOut':
      case 'call.broken':
        return this.#answer(step, endOf(step));
      case 'message.published':
      case 'message.delivered':
        this.#messages.set(step.message.id, step.message);
        return NOTHING;
      case 'message.deadLettered':
        return this.#die(step);
      case 'message.acked':
        return this.#dead.delete(`${step.queue} ${step.messageId}`) ? ['broker.dead'] : NOTHING;
      case 'access.denied':
        return this.#deny(step);
      default:
        return NOTHING;
    }
  }

  #ask(step: Sent): readonly string[] {
    const { call, from, to, operation, command, at } = step;
    this.#sent.set(call, step);
    this.#calls.set(call, { call, from, to, operation, command, status: null, outcome: 'waiting', sent_at_ms: at });
    return ['trace.calls'];
  }

  #answer(step: Step, { call, status, body, outcome }: CallEnd): readonly string[] {
    const waiting = this.#calls.get(call);
    if (waiting !== undefined) this.#calls.set(call, { ...waiting, status, outcome });
    const request = this.#sent.get(call);
    if (request === undefined || !this.#clients.has(step.actor)) return ['trace.calls'];
    const { command, operation, from: client } = request;
    this.#replies.push({ client, command, operation, status, body, outcome, at_ms: step.at });
    return ['trace.calls', 'client.replies'];
  }

  #die(step: Step & { readonly kind: 'message.deadLettered' }): readonly string[] {
    const { queue, to, reason, attempts, messageId: id } = step;
    const known = this.#messages.get(id);
    const about = { message: known?.type ?? null, subject: known?.subject ?? null };
    this.#dead.set(`${to} ${id}`, { queue, id, ...about, reason, attempts });
    return ['broker.dead'];
  }

  #deny(step: Step & { readonly kind: 'access.denied' }): readonly string[] {
    const { database, caller, statement, refusal, by, at } = step;
    const { code, message } = refusal;
    const owner = this.#owners.get(database) ?? null;
    this.#denied.push({ database, owner, caller, statement: statement.text, code, message, by, at_ms: at });
    return ['access.denied'];
  }
}

/** How the sender's knowledge of its call ends (R-RPC-2). */
function endOf(step: Step & { readonly kind: 'reply.received' | 'call.timedOut' | 'call.broken' }): CallEnd {
  const { call } = step;
  if (step.kind === 'call.timedOut') return { call, status: null, body: null, outcome: 'unknown' };
  if (step.kind === 'call.broken') return { call, status: null, body: null, outcome: step.outcome };
  const { status, body } = step;
  return { call, status, body, outcome: status < 400 ? 'ok' : status < 500 ? 'refused' : 'failed' };
}
