import type { Step } from '../trace/step.ts';
import type { ClientState } from './components.ts';

/** What a client knows after a step: it waits while any of its requests is open. */
export function clientAfter(client: ClientState, step: Step): ClientState {
  if (step.actor !== client.id) return client;
  switch (step.kind) {
    case 'request.sent':
      return { ...client, state: 'waiting', status: null, open: [...client.open, step.call], since: step.number };
    case 'reply.received':
      return ended(client, step.call, { state: 'answered', status: step.status, since: step.number });
    case 'call.timedOut':
      return ended(client, step.call, { state: 'unknown', status: null, since: step.number });
    case 'call.broken':
      return ended(client, step.call, { state: step.outcome, status: null, since: step.number });
    default:
      return client;
  }
}

function ended(client: ClientState, call: string, end: Pick<ClientState, 'state' | 'status' | 'since'>): ClientState {
  const open = client.open.filter((other) => other !== call);
  return { ...client, ...end, state: open.length > 0 ? 'waiting' : end.state, open };
}
