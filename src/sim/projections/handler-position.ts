import type { ActorId } from '../model/ids.ts';
import { type HandlerRun, type HandlerRuns, runsAfter } from './handler-runs.ts';
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

/** The run to show for a service: the one at the cursor, else the youngest. */
export function shownRun({ runs, now }: HandlerPositionView, service: ActorId): HandlerRun | null {
  if (now?.service === service) return now;
  return runs.findLast((run) => run.service === service) ?? null;
}
