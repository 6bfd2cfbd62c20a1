import type { Json } from '../../model/json.ts';
import { foundBroken, NOTHING_FOUND, type StartTrial } from '../trial.ts';

/**
 * In every consumer the messages about one aggregate are first taken up in the order of their sequence (INV-15, R-Q-13).
 * A message delivered again is not a step back.
 */
export const perKeyOrder: StartTrial = () => {
  const seen = new Set<string>();
  const latest = new Map<string, string>();
  let overtaken: Json | null = null;
  return {
    observe({ step }) {
      if (overtaken !== null || step.kind !== 'message.received') return false;
      const { queue, message } = step;
      const { partitionkey, sequence, source, id } = message;
      if (sequence === null || partitionkey === null || seen.has(`${queue} ${id}`)) return false;
      seen.add(`${queue} ${id}`);
      const key = `${queue} ${source} ${partitionkey}`;
      const before = latest.get(key);
      if (before !== undefined && sequence < before)
        overtaken = { consumer: queue, key: partitionkey, messageId: id, sequence, after: before };
      else latest.set(key, sequence);
      return overtaken !== null;
    },
    find: () => (overtaken === null ? NOTHING_FOUND : foundBroken(overtaken)),
  };
};
