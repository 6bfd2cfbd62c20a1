import type { RowChange } from '../../model/rows.ts';
import type { Step } from '../../trace/step.ts';
import type { HandlerRun } from './handler-run.ts';
import type { ServicesInForce } from './services-in-force.ts';

interface Trail {
  readonly actor: string;
  readonly instance: number;
  readonly cause: number | null;
  readonly run: HandlerRun | null;
}

/** Tells which run of a handler every step belongs to, by following its causes back to its own lane. */
export class HandlerRuns {
  readonly #services: ServicesInForce;
  /** By step number. */
  readonly #trail: (Trail | null)[] = [null];
  readonly #calls = new Map<string, HandlerRun>();
  /** Runs that nothing has ended yet, by service, instance and queue or call. */
  readonly #running = new Map<string, HandlerRun>();

  constructor(services: ServicesInForce) {
    this.#services = services;
  }

  /** The runs that the step says something about: its own, or all that a crash ended. */
  observe(step: Step): readonly HandlerRun[] {
    if (step.kind === 'service.crashed') return this.#crash(step);
    const begun = this.#begin(step);
    const run = begun?.run ?? this.#find(step);
    this.#trail[step.number] = { actor: step.actor, instance: step.instance, cause: step.cause, run };
    if (run === null) return [];
    if (begun === null) this.#go(run, step);
    return begun?.before ? [begun.before, run] : [run];
  }

  #begin(step: Step): { readonly run: HandlerRun; readonly before: HandlerRun | null } | null {
    const service = this.#services.get(step.actor);
    if ((step.kind !== 'request.received' && step.kind !== 'message.received') || service === null) return null;
    const delivery =
      step.kind === 'request.received' ? null : { queue: step.queue, messageId: step.message.id, tag: step.tag };
    const key = step.kind === 'request.received' ? step.call : `${step.queue} ${step.message.id}`;
    const place = `${step.actor}/${String(step.instance)} ${delivery?.queue ?? key}`;
    const before = this.#running.get(place) ?? null;
    // A consumer works through its messages one at a time: taking up the next one ends the last.
    if (before !== null) before.ended = 'ok';
    const run: HandlerRun = {
      service,
      instance: step.instance,
      handler: step.about.handler ?? '',
      key,
      delivery,
      effects: new Set(),
      pending: new Set(),
      published: [],
      open: null,
      commits: 0,
      aborts: 0,
      ended: null,
    };
    this.#running.set(place, run);
    return { run, before };
  }

  #find(step: Step): HandlerRun | null {
    if (step.part === 'relay') return null;
    if (step.kind === 'reply.received' || step.kind === 'call.timedOut' || step.kind === 'call.broken')
      return this.#calls.get(step.call) ?? null;
    for (let number = step.cause; number !== null;) {
      const trail: Trail | null = this.#trail[number] ?? null;
      if (trail === null) return null;
      if (trail.actor === step.actor && trail.instance === step.instance) return trail.run;
      number = trail.cause as typeof number;
    }
    return null;
  }

  #go(run: HandlerRun, step: Step): void {
    switch (step.kind) {
      case 'request.sent':
        this.#calls.set(step.call, run);
        return;
      case 'transaction.begun':
        run.open = step.tx;
        return;
      case 'rows.changed':
      case 'message.recorded': {
        const made = step.tx === null ? run.effects : run.pending;
        const line = step.line?.path ?? step.kind;
        for (const change of step.changes) if (isEffect(change)) made.add(effectOf(line, change));
        return;
      }
      case 'transaction.committed':
        run.commits += run.open === null && run.pending.size === 0 ? 0 : 1;
        for (const effect of run.pending) run.effects.add(effect);
        run.pending.clear();
        run.open = null;
        return;
      case 'transaction.aborted':
        run.aborts += 1;
        run.pending.clear();
        run.open = null;
        return;
      case 'message.published':
        run.published.push({ messageId: step.message.id, type: step.message.type, tx: run.open });
        return;
      default:
        this.#end(run, endOf(run, step));
    }
  }

  #end(run: HandlerRun, how: HandlerRun['ended']): void {
    if (how === null || run.ended !== null) return;
    run.ended = how;
    this.#running.delete(`${run.service.id}/${String(run.instance)} ${run.delivery?.queue ?? run.key}`);
  }

  #crash(step: Step & { readonly kind: 'service.crashed' }): readonly HandlerRun[] {
    this.#trail[step.number] = { actor: step.actor, instance: step.instance, cause: null, run: null };
    const cut = [...this.#running.values()].filter(
      (run) => run.service.id === step.service && run.instance === step.instance,
    );
    for (const run of cut) this.#end(run, 'crashed');
    return cut;
  }
}

/** A row that is as it was is no effect (R-INB-5). */
function isEffect({ before, after }: RowChange): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}

/**
 * A line and the row it changed: a line inside `each` may do one row in one run and another in the next. A new row is known by
 * its line alone, since a second one need not have the same key.
 */
const effectOf = (line: string, { table, key, before }: RowChange): string =>
  before === null ? line : `${line}\n${table} ${key}`;

export const lineOfEffect = (effect: string): string => effect.split('\n', 1)[0] ?? effect;

function endOf(run: HandlerRun, step: Step): HandlerRun['ended'] {
  switch (step.kind) {
    case 'reply.sent':
      return run.delivery === null && step.call === run.key ? (step.status < 500 ? 'ok' : 'failed') : null;
    case 'handler.ended':
      return step.outcome === 'failed' ? 'failed' : 'ok';
    case 'message.discarded':
      return 'duplicate';
    case 'message.rejected':
      return 'failed';
    case 'message.acked':
      return run.service.messaging.ack === 'after-commit' ? 'ok' : null;
    default:
      return null;
  }
}
