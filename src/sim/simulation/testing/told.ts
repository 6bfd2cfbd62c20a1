import { runInProcess } from '#host/in-process.ts';
import { readAddress } from '../../lessons/addresses.ts';
import type { JsonMap } from '../../model/json.ts';
import { twoServices } from '../../promises/testing/two-services.ts';
import { DEFAULT_SEED, VIRTUAL_TIME_LIMIT_MS } from '../../scenario/run-spec.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { HappeningKind } from '../../trace/happening.ts';
import { sentenceOf } from '../../trace/sentences.ts';
import type { Trace } from '../../trace/trace.ts';

/** So many steps are more than any of these stories needs. */
const STEPS = 2_000;

/** Runs the two services, order and stock, with something laid over them, on real engines. */
export function happens(over: JsonMap): Promise<Trace> {
  return happensIn(twoServices(over));
}

export async function happensIn(scenario: Scenario, maxSteps = STEPS): Promise<Trace> {
  const limits = { maxSteps, maxVirtualMs: VIRTUAL_TIME_LIMIT_MS };
  return (await runInProcess({ scenario, seed: DEFAULT_SEED, plan: scenario.plan, ...limits }, null)).trace;
}

/** `7ms order: commits T-1 (orders)`, in order; only steps of the kinds named, or all. */
export function told({ steps }: Trace, ...kinds: readonly HappeningKind[]): string[] {
  const wanted = steps.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
  return wanted.map((step) => {
    const { at, actor, instance, part } = step;
    const who = `${actor}${instance > 1 ? `/${String(instance)}` : ''}${part === 'relay' ? '.relay' : ''}`;
    return `${String(at)}ms ${who}: ${sentenceOf(step)}`;
  });
}

/** `what caused what`: the sentence of each step of a kind, and of the step it names as its cause. */
export function causesOf({ steps }: Trace, kind: HappeningKind): string[] {
  return steps
    .filter((step) => step.kind === kind)
    .map((step) => {
      const cause = steps.find(({ number }) => number === step.cause);
      return `${sentenceOf(step)} <- ${cause === undefined ? 'nothing' : sentenceOf(cause)}`;
    });
}

/** One column of the rows of a table when the run has ended: `order.orders`, `_id`. */
export function column(trace: Trace, address: string, name: string): unknown[] {
  const rows = readAddress(trace, trace.steps.length, address);
  if (!rows.ok) throw new Error(rows.problem);
  return rows.value.map((row) => row[name]);
}

/** A crash of the plan: at a point, in the service it names. */
export const crash = (on: string, point: string, more: JsonMap = {}): JsonMap => ({
  fault: 'crash',
  on,
  at: { point, ...more },
});

export const struckOf = ({ end }: Trace): readonly boolean[] => end?.struck.map(({ struck }) => struck) ?? [];
