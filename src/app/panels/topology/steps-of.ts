import type { HandlerStep } from '#sim/scenario/handler-step.ts';
import type { Service } from '#sim/scenario/scenario.ts';

/** Every step of a service's handlers at any depth, those of its other versions too: the picture holds for the whole run. */
export function stepsOf(service: Service): readonly HandlerStep[] {
  const versions = Object.values(service.versions).flatMap(({ handlers }) => Object.values(handlers));
  return [...Object.values(service.handlers), ...versions].flatMap(({ steps }) => steps.flatMap(withInner));
}

/** A step, the steps in it, and those of its `else`. */
export function withInner(step: HandlerStep): readonly HandlerStep[] {
  const inner = step.verb === 'transaction' || step.verb === 'do' ? step.steps : [];
  return [step, ...inner.flatMap(withInner), ...step.otherwise.flatMap(withInner)];
}
