import type { Step } from '../trace/step.ts';
import type { Selector } from './plan.ts';

/**
 * Whether a step is one that a selector names; which of the matches is meant (`n`) is for the caller to count.
 * `order` names the process and its relay, `order.relay` the relay alone, `order.db` what the service's database did. `defaultIn` stands where the selector
 * names nobody; null is anybody.
 */
export function matchesSelector(selector: Selector, step: Step, defaultIn: string | null): boolean {
  if (!step.points.includes(selector.point)) return false;
  if (!matchesActor(selector.in ?? defaultIn, step)) return false;
  if (selector.instance !== null && step.instance !== selector.instance) return false;
  return FILTERS.every((filter) => selector[filter] === null || selector[filter] === step.about[filter]);
}

const FILTERS = ['handler', 'message', 'subject', 'command', 'callee'] as const;

function matchesActor(wanted: string | null, step: Step): boolean {
  if (wanted === null) return true;
  const [actor, part] = wanted.split('.');
  if (step.actor !== actor) return false;
  return part !== 'relay' || step.part === 'relay';
}
