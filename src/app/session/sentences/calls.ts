import type { CallHappening } from '#sim/trace/happening.ts';
import type { Sentences } from './say.ts';

/** Requests and replies. A call that got no answer is never called failed: its outcome is unknown. */
export const CALL_SENTENCES: Sentences<CallHappening['kind']> = {
  'request.sent': ({ from, to, operation, command }, { text, name }) =>
    command === null
      ? text('requestSent', { from: name(from), to: name(to), operation })
      : text('commandSent', { from: name(from), to: name(to), operation, command }),
  'request.received': ({ actor, from, operation }, { text, name }) =>
    text('requestReceived', { actor: name(actor), from: name(from), operation }),
  'reply.sent': ({ actor, to, status }, { text, name }) =>
    text('replySent', { actor: name(actor), to: name(to), status }),
  'reply.received': ({ actor, from, status }, { text, name }) =>
    text('replyReceived', { actor: name(actor), from: name(from), status }),
  'call.timedOut': ({ actor, to, afterMs }, { text, name }) =>
    text('callTimedOut', { actor: name(actor), to: name(to), ms: afterMs }),
  'call.broken': ({ actor, to, outcome, reason }, { text, name }) =>
    text(outcome === 'failed' ? 'callFailed' : 'callUnknown', { actor: name(actor), to: name(to), reason }),
};
