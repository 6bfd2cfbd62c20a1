import type { Json } from '../../model/json.ts';
import { foundBroken, NOTHING_FOUND, type StartTrial } from '../trial.ts';

/** The broker drops nothing: every message is routed somewhere, and every dead letter has a queue (INV-34, R-Q-2, R-Q-11). */
export const noSilentDrop: StartTrial = () => {
  let dropped: Json | null = null;
  return {
    observe({ step }) {
      // What never reached the broker is no drop of its own: its sender knows.
      if (dropped !== null || step.kind !== 'message.dropped' || step.reason === 'not-published') return false;
      dropped = { messageId: step.messageId, queue: step.queue, reason: step.reason };
      return true;
    },
    find: () => (dropped === null ? NOTHING_FOUND : foundBroken(dropped)),
  };
};
