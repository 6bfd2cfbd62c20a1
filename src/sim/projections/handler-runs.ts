import type { ActorId, StepNumber } from '../model/ids.ts';
import type { Step, Subject } from '../trace/step.ts';

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
  /** What its work is: the call it answers, or the delivery it settles. */
  readonly work: string;
  readonly started: StepNumber;
  readonly about: Subject;
  readonly lines: readonly LineDone[];
  /** The line of the last step of this run that has one. */
  readonly current: string | null;
  /** It waits for the answer of this call. */
  readonly waitsFor: string | null;
  readonly state: 'running' | 'ok' | 'refused' | 'failed' | 'died';
  readonly reason: string | null;
  /** Its last step so far. */
  readonly latest: StepNumber;
  readonly ended: StepNumber | null;
}

export interface HandlerRuns {
  readonly runs: readonly HandlerRun[];
  /** The run the step belongs to. */
  readonly now: HandlerRun | null;
}

/** The runs after a step: those that go on, and per instance the one that ended last, oldest first. */
export function runsAfter(runs: readonly HandlerRun[], step: Step): HandlerRuns {
  if (step.kind === 'service.crashed') return died(runs, step);
  if (step.kind === 'run.rested') return { runs: runs.some(isEarly) ? runs.map(closed) : runs, now: null };
  const begun = beginning(step);
  if (begun !== null) {
    const kept = runs.map((run) => (isEarly(run) && isOn(run, step) ? closed(run) : run));
    const others = kept.filter((run) => run.state === 'running' || !isOn(run, step));
    return { runs: [...others, begun], now: begun };
  }
  const place = runOf(runs, step);
  const run = runs[place];
  if (run === undefined) return { runs, now: null };
  const now = runAfter(run, step);
  return { runs: runs.with(place, now), now };
}

/** A request or a message that a handler takes up begins a run. */
function beginning(step: Step): HandlerRun | null {
  const handler = step.kind === 'handler.started' ? step.handler : step.about.handler;
  if (handler === undefined) return null;
  switch (step.kind) {
    case 'request.received':
      return runFrom(step, handler, 'request', `call ${step.call}`);
    case 'message.received':
      return runFrom(step, handler, 'message', deliveryOf(step));
    case 'handler.started':
      return runFrom(step, handler, step.trigger, `handler ${handler}`);
    default:
      return null;
  }
}

const runFrom = (step: Step, handler: string, trigger: HandlerRun['trigger'], work: string): HandlerRun => ({
  service: step.actor,
  instance: step.instance,
  handler,
  trigger,
  work,
  started: step.number,
  about: step.about,
  lines: [],
  current: null,
  waitsFor: null,
  state: 'running',
  reason: null,
  latest: step.number,
  ended: null,
});

const deliveryOf = ({ queue, tag }: { readonly queue: string; readonly tag: number }): string =>
  `delivery ${queue} ${String(tag)}`;

const isOn = (run: HandlerRun, { actor, instance }: Step): boolean =>
  run.service === actor && run.instance === instance;

/** Its message was settled before the work began, so nothing in the trace will say that the work is done. */
const isEarly = (run: HandlerRun): boolean => run.state === 'running' && run.work === '';

const closed = (run: HandlerRun): HandlerRun => (isEarly(run) ? { ...run, state: 'ok', ended: run.latest } : run);

function died(runs: readonly HandlerRun[], { service, instance, number }: Step & { readonly kind: 'service.crashed' }) {
  const after = runs.map((run): HandlerRun => {
    if (run.state !== 'running' || run.service !== service || run.instance !== instance) return run;
    return { ...run, state: 'died', ended: number };
  });
  return { runs: after, now: after.findLast((run) => run.state === 'died' && run.ended === number) ?? null };
}

/** By the work it ends, else by handler: of several, the one about the same business, else the youngest. */
function runOf(runs: readonly HandlerRun[], step: Step): number {
  if (step.part === 'relay') return -1;
  const work = workEnded(step);
  const byWork = work === null ? -1 : runs.findLastIndex((run) => run.work === work && isOn(run, step));
  if (byWork >= 0) return byWork;
  const handler = step.kind === 'handler.ended' ? step.handler : (step.line?.handler ?? step.about.handler);
  if (handler === undefined) return -1;
  const fits = (run: HandlerRun) => run.state === 'running' && run.handler === handler && isOn(run, step);
  const exact = runs.findLastIndex((run) => fits(run) && sameBusiness(run.about, step.about));
  return exact >= 0 ? exact : runs.findLastIndex(fits);
}

function workEnded(step: Step): string | null {
  if (step.kind === 'reply.sent') return `call ${step.call}`;
  return step.kind === 'message.acked' || step.kind === 'message.rejected' ? deliveryOf(step) : null;
}

const sameBusiness = (a: Subject, b: Subject): boolean => a.messageId === b.messageId && a.command === b.command;

function runAfter(run: HandlerRun, step: Step): HandlerRun {
  const path = step.line?.path;
  const lines = path === undefined ? run.lines : [...run.lines, { path, step: step.number }];
  const at = { ...run, lines, current: path ?? run.current, latest: step.number };
  switch (step.kind) {
    case 'handler.ended':
      return { ...at, state: step.outcome, reason: step.reason, ended: step.number };
    case 'reply.sent':
      return run.state === 'running' ? { ...at, ...answered(run, step.status), ended: step.number } : at;
    case 'message.acked':
      return acked(run, at, step);
    case 'message.rejected':
      return run.state === 'running' ? { ...at, state: 'failed', ended: step.number } : at;
    case 'transaction.aborted':
      return { ...at, reason: step.reason };
    case 'transaction.committed':
      return { ...at, reason: null };
    case 'request.sent':
      return { ...at, waitsFor: step.call };
    case 'reply.received':
    case 'call.timedOut':
    case 'call.broken':
      return { ...at, waitsFor: null };
    default:
      return at;
  }
}

function answered(run: HandlerRun, status: number): Pick<HandlerRun, 'state' | 'reason'> {
  if (status < 400) return { state: 'ok', reason: null };
  return { state: status < 500 ? 'refused' : 'failed', reason: run.reason };
}

/** An ack right after the delivery settles it before the work; any later one says that the work is done. */
function acked(run: HandlerRun, at: HandlerRun, step: Step): HandlerRun {
  if (run.state !== 'running') return at;
  if (run.latest === run.started) return { ...at, work: '' };
  const refused = run.reason !== null && run.reason !== 'duplicate';
  return { ...at, state: refused ? 'refused' : 'ok', reason: refused ? run.reason : null, ended: step.number };
}
