import type { HandlerRun } from '#sim/projections/handler-runs.ts';
import type { Step } from '#sim/trace/step.ts';

/** Steps that a run of a handler made on a line other than the one it stands at; null when there is none that way. */
export interface LineJumps {
  readonly previous: number | null;
  readonly next: number | null;
}

/** Where previous and next line lead from the cursor: to the first step of the neighbouring line that ran. */
export function lineJumps(steps: readonly Step[], cursor: number, run: HandlerRun): LineJumps {
  const belongs = ({ line, actor, instance, about }: Step) =>
    line?.handler === run.handler &&
    actor === run.service &&
    instance === run.instance &&
    about.messageId === run.about.messageId &&
    about.command === run.about.command;
  const earlier = run.lines.findLast(({ path, step }) => path !== run.current && step < cursor);
  const later = steps.slice(cursor).find((step) => belongs(step) && step.line?.path !== run.current);
  return { previous: earlier?.step ?? null, next: later?.number ?? null };
}
