import type { Happening } from '../../trace/happening.ts';
import type { Step } from '../../trace/step.ts';
import { type Home, record, type Work } from '../effect.ts';
import { Kernel, type Stop } from '../kernel.ts';
import type { Watch } from '../watch.ts';

/** The process of an actor's only instance. */
export const home = (actor: string): Home => ({ actor, instance: 1, part: 'process' });
/** Something to say in a story: the kernel knows no words. */
export const said = (handler: string): Happening => ({ kind: 'handler.started', handler, trigger: 'operator' });

export function* say(words: string, ...points: readonly string[]): Work<void> {
  yield* record({ happening: said(words), points });
}

interface Limits {
  readonly untilMs?: number;
  readonly maxSteps?: number;
  readonly watches?: readonly Watch[];
}

/** Runs a kernel alone, with whatever is launched in it; a line tells number, cause, time, actor and words. */
export async function story(
  opening: (kernel: Kernel) => void,
  limits: Limits = {},
): Promise<{ lines: string[]; stop: Stop; kernel: Kernel }> {
  const steps: Step[] = [];
  const kernel = new Kernel({
    seed: 1,
    maxSteps: limits.maxSteps ?? 100,
    maxVirtualMs: 10_000,
    untilMs: limits.untilMs ?? null,
    watches: limits.watches ?? [],
    onStep: (step) => steps.push(step),
    onTurn: () => false,
  });
  opening(kernel);
  const stop = await kernel.run();
  const lines = steps.map(
    (step) =>
      `${String(step.number)} <- ${String(step.cause ?? '-')} ${String(step.at)}ms ${step.actor} ${step.kind === 'handler.started' ? step.handler : step.kind}`,
  );
  return { lines, stop, kernel };
}
