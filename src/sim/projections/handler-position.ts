import { type HandlerRuns, runsAfter } from './handler-runs.ts';
import type { Projection } from './projection.ts';

export type HandlerPositionView = HandlerRuns;

/** Where every handler stands at the cursor: the line it is at, the lines it has done, the line it died at. */
export const handlerPosition: Projection<HandlerPositionView> = {
  name: 'handler-position',
  initial: () => ({ runs: [], now: null }),
  apply(view, step) {
    const after = runsAfter(view.runs, step);
    return after.runs === view.runs && after.now === view.now ? view : after;
  },
};
