import type { Json } from '../../model/json.ts';
import { foundBroken, NOTHING_FOUND, type StartTrial } from '../trial.ts';

/** Whoever reads or changes rows owns them (INV-22, R-OWN-1). A stranger who was refused has done no harm. */
export const encapsulation: StartTrial = ({ opening }) => {
  const owners = new Map(opening.databases.map(({ id, owner }) => [id, owner]));
  const services = new Set(opening.services.map(({ id }) => id));
  let breach: Json | null = null;
  return {
    observe({ step }) {
      if (breach !== null || (step.kind !== 'rows.read' && step.kind !== 'rows.changed')) return false;
      const owner = owners.get(step.database);
      if (owner === undefined || owner === step.actor || !services.has(step.actor)) return false;
      breach = { database: step.database, owner, caller: step.actor, statement: step.statement.text };
      return true;
    },
    find: () => (breach === null ? NOTHING_FOUND : foundBroken(breach)),
  };
};
