import type { Json } from '../../model/json.ts';
import type { CommittedChange } from '../facts/mirror.ts';
import { foundBroken, NOTHING_FOUND, type StartTrial } from '../trial.ts';

/** Whoever changes a row that has a `version` counts it up by one (INV-24, R-TX-5). */
export const versionMonotone: StartTrial = () => {
  let breach: Json | null = null;
  return {
    observe({ committed }) {
      if (breach === null) breach = committed.map(breachOf).find((found) => found !== null) ?? null;
      return breach !== null;
    },
    find: () => (breach === null ? NOTHING_FOUND : foundBroken(breach)),
  };
};

function breachOf({ address, key, before, after }: CommittedChange): Json | null {
  const [from, to] = [before?.['version'], after?.['version']];
  if (typeof from !== 'number' || typeof to !== 'number' || to === from + 1) return null;
  return JSON.stringify(before) === JSON.stringify(after) ? null : { table: address, key, from, to };
}
