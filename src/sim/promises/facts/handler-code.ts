import type { HandlerStep } from '../../scenario/handler-step.ts';

/** A line of a handler in the order it runs. */
interface Line {
  readonly step: HandlerStep;
  /** Paths of the steps around it, and its own, that run only under a condition or once per element. */
  readonly guards: readonly string[];
}

/**
 * Types of the messages that the handler must have sent once its transaction at `txPath` has committed, if it is not cut
 * off: those emitted in it and behind it, unless a condition, a loop, a reply or a refusal stands in between.
 */
export function typesOwedAfter(steps: readonly HandlerStep[], txPath: string): readonly string[] {
  const lines = linesOf(steps, []);
  const start = lines.findIndex(({ step }) => step.path === txPath);
  const passed = lines[start]?.guards ?? [];
  const owed: string[] = [];
  for (const { step, guards } of lines.slice(Math.max(start, 0))) {
    const inside = step.path.startsWith(`${txPath}.`);
    if (step.verb === 'reply' || (step.verb === 'refuse' && !inside)) break;
    const sends = step.verb === 'emit' || step.verb === 'send';
    if (sends && guards.every((guard) => passed.includes(guard))) owed.push(step.type);
  }
  return start < 0 ? [] : owed;
}

/** Whether the handler changes rows at all. */
export function writesRows(steps: readonly HandlerStep[]): boolean {
  return linesOf(steps, []).some(({ step }) => step.verb === 'write' || step.verb === 'transaction');
}

function linesOf(steps: readonly HandlerStep[], around: readonly string[]): readonly Line[] {
  return steps.flatMap((step) => {
    const guards = step.condition === null && step.each === null ? around : [...around, step.path];
    const inner = step.verb === 'transaction' || step.verb === 'do' ? linesOf(step.steps, guards) : [];
    return [{ step, guards }, ...inner, ...linesOf(step.otherwise, [...around, step.path])];
  });
}
