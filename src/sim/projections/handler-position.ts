import type { ActorId, StepNumber } from '../model/ids.ts';
import type { Step, Subject } from '../trace/step.ts';
import type { Projection } from './projection.ts';

/** A line of a handler that ran, and the step that shows it. A line inside `each` is here once per round. */
export interface LineDone {
  readonly path: string;
  readonly step: StepNumber;
}

/** One run of a handler. What is not in `lines` when it has ended or died never ran. */
export interface HandlerRun {
  readonly service: ActorId;
  readonly instance: number;
  readonly handler: string;
  readonly trigger: 'request' | 'message' | 'timer' | 'operator';
  readonly started: StepNumber;
  readonly about: Subject;
  readonly lines: readonly LineDone[];
  /** The line of the last step of this run. */
  readonly current: string | null;
  readonly state: 'running' | 'ok' | 'refused' | 'failed' | 'died';
  readonly reason: string | null;
  readonly ended: StepNumber | null;
}

/** Runs that have not ended, and per service and instance the one that ended last, oldest first. */
export interface HandlerPositionView {
  readonly runs: readonly HandlerRun[];
  /** The run the step at the cursor belongs to. */
  readonly now: HandlerRun | null;
}

/** Where every handler stands at the cursor: the line it is at, the lines it has done, the line it died at. */
export const handlerPosition: Projection<HandlerPositionView> = {
  name: 'handler-position',
  initial: () => ({ runs: [], now: null }),
  apply(view, step) {
    if (step.kind === 'handler.started') return started(view, step);
    if (step.kind === 'service.crashed') return died(view, step);
    const place = runOf(view.runs, step);
    const run = view.runs[place];
    if (run === undefined) return view.now === null ? view : { ...view, now: null };
    const now = runAfter(run, step);
    return { runs: now === run ? view.runs : view.runs.with(place, now), now };
  },
};

/** The run to show for a service: the one at the cursor, else the youngest. */
export function shownRun({ runs, now }: HandlerPositionView, service: ActorId): HandlerRun | null {
  if (now?.service === service) return now;
  return runs.findLast((run) => run.service === service) ?? null;
}

function started(view: HandlerPositionView, step: Step & { readonly kind: 'handler.started' }): HandlerPositionView {
  const run: HandlerRun = {
    service: step.actor,
    instance: step.instance,
    handler: step.handler,
    trigger: step.trigger,
    started: step.number,
    about: step.about,
    lines: [],
    current: null,
    state: 'running',
    reason: null,
    ended: null,
  };
  const kept = view.runs.filter((old) => old.state === 'running' || !sameInstance(old, step.actor, step.instance));
  return { runs: [...kept, run], now: run };
}

function died(view: HandlerPositionView, step: Step & { readonly kind: 'service.crashed' }): HandlerPositionView {
  const runs = view.runs.map((run): HandlerRun => {
    if (run.state !== 'running' || !sameInstance(run, step.service, step.instance)) return run;
    return { ...run, state: 'died', ended: step.number };
  });
  return { runs, now: runs.findLast((run) => run.ended === step.number) ?? null };
}

const sameInstance = (run: HandlerRun, service: ActorId, instance: number): boolean =>
  run.service === service && run.instance === instance;

/** The youngest running one of the handler, of those about the same request or message when there are any. */
function runOf(runs: readonly HandlerRun[], step: Step): number {
  const handler = step.kind === 'handler.ended' ? step.handler : step.line?.handler;
  if (handler === undefined) return -1;
  const fits = (run: HandlerRun) =>
    run.state === 'running' && run.handler === handler && sameInstance(run, step.actor, step.instance);
  const exact = runs.findLastIndex((run) => fits(run) && sameBusiness(run.about, step.about));
  return exact >= 0 ? exact : runs.findLastIndex(fits);
}

const sameBusiness = (a: Subject, b: Subject): boolean => a.messageId === b.messageId && a.command === b.command;

function runAfter(run: HandlerRun, step: Step): HandlerRun {
  const path = step.line?.path;
  const lines = path === undefined ? run.lines : [...run.lines, { path, step: step.number }];
  const at = path === undefined ? run : { ...run, lines, current: path };
  if (step.kind !== 'handler.ended') return at;
  return { ...at, state: step.outcome, reason: step.reason, ended: step.number };
}
