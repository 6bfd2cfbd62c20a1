import type { Json } from '../../model/json.ts';
import type { Message } from '../../model/message.ts';
import { foundBroken, NOTHING_FOUND, type StartTrial } from '../trial.ts';

/**
 * `causationid` names something earlier, `correlationid` stays the same along the chain, and one business transaction
 * is one trace (INV-23, R-ENV-2, R-MON-6).
 */
export const causality: StartTrial = ({ opening }) => {
  const clients = new Set(opening.clients.map(({ id }) => id));
  /** The business transaction of everything that can be a cause; null for a call between services. */
  const correlations = new Map<string, string | null>();
  const traces = new Map<string, string>();
  let breach: Json | null = null;

  const problemOf = (message: Message): string | null => {
    const { causationid, correlationid } = message;
    const inherited = correlations.get(causationid);
    if (inherited === undefined) return `its cause ${causationid} is unknown`;
    if (inherited !== null && inherited !== correlationid) return `its cause belongs to ${inherited}`;
    const trace = traces.get(correlationid) ?? traceId(message);
    traces.set(correlationid, trace);
    return trace === traceId(message) ? null : `its trace is not ${trace}`;
  };

  return {
    observe({ step }) {
      if (step.kind === 'request.sent')
        correlations.set(step.call, clients.has(step.from) || clients.has(step.actor) ? step.call : null);
      if (step.kind !== 'message.recorded' && step.kind !== 'message.published') return false;
      const { message } = step;
      if (breach !== null || correlations.has(message.id)) return false;
      const problem = problemOf(message);
      correlations.set(message.id, message.correlationid);
      if (problem !== null) breach = { messageId: message.id, type: message.type, problem };
      return breach !== null;
    },
    find: () => (breach === null ? NOTHING_FOUND : foundBroken(breach)),
  };
};

/** `00-<trace id>-<span id>-01` */
const traceId = ({ traceparent }: Message): string => traceparent.split('-')[1] ?? '';
