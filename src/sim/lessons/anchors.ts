import { unreachable } from '../model/invariant.ts';
import { matchesSelector } from '../scenario/match.ts';
import type { Selector } from '../scenario/plan.ts';
import type { Trace } from '../trace/trace.ts';
import type { Anchor } from './lesson.ts';

/** Where an anchor stands in a trace: the number of the step, 0 for the start; null when it is never reached. */
export function cursorOf(anchor: Anchor, trace: Trace): number | null {
  switch (anchor.kind) {
    case 'start':
      return 0;
    case 'end':
      return trace.steps.length;
    case 'selector':
      return stepOf(anchor.selector, trace);
    default:
      return unreachable(anchor);
  }
}

function stepOf(selector: Selector, trace: Trace): number | null {
  const wanted = selector.n === 'every' ? 1 : selector.n;
  let matches = 0;
  for (const step of trace.steps) {
    if (matchesSelector(selector, step, null) && ++matches === wanted) return step.number;
  }
  return null;
}
