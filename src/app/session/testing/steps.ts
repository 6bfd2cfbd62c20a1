import { stepNumber } from '#sim/model/ids.ts';
import { instant } from '#sim/model/time.ts';
import type { Happening } from '#sim/trace/happening.ts';
import type { HandlerLine, Step } from '#sim/trace/step.ts';

interface Around {
  readonly at?: number;
  readonly actor?: string;
  readonly cause?: number | null;
  readonly part?: Step['part'];
  readonly point?: string | null;
  readonly line?: HandlerLine | null;
}

/** One step of a trace for a test, with everything not named at its plainest. */
export function aStep(number: number, happening: Happening, around: Around = {}): Step {
  const { cause = null, point = null } = around;
  return {
    ...happening,
    number: stepNumber(number),
    at: instant(around.at ?? number),
    cause: cause === null ? null : stepNumber(cause),
    actor: around.actor ?? 'order',
    instance: 1,
    part: around.part ?? 'process',
    point,
    points: point === null ? [] : [point],
    line: around.line ?? null,
    about: {},
  };
}
