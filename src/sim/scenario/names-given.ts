import type { HandlerStep } from './handler-step.ts';

/** The names a step gives to what it finds, its inner steps included: after an `each` they are lists. */
export function namesGiven(step: HandlerStep): readonly string[] {
  switch (step.verb) {
    case 'read':
    case 'write':
      return [step.row, step.rows, step.count, step.verb === 'write' ? step.as : null].filter(
        (name) => typeof name === 'string',
      );
    case 'let':
      return step.names.map(({ name }) => name);
    case 'transaction':
      return [...step.steps.flatMap(namesGiven), ...(step.as === null ? [] : [step.as])];
    case 'do':
      return step.steps.flatMap(namesGiven);
    case 'call':
      return step.as === null ? [] : [step.as];
    default:
      return [];
  }
}
