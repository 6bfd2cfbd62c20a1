import { nodeEngines } from '#engines/node.ts';
import { EnginePool } from '#host/engine-pool.ts';
import type { RunSpec } from '#sim/scenario/run-spec.ts';
import { simulate } from '#sim/simulation/simulate.ts';
import { median, pairedRatios, timed } from './figures.ts';
import { RecordingEngines, replay } from './recorded-calls.ts';
import { inMs, inRatio, type Section } from './report.ts';
import { storySpec } from './story.ts';

const RATIO_AT_MOST = 1.5;
const COST_ORDERS = 20;
const GROWTH_ORDERS = [10, 100, 1_000];

/** Keeps nothing: what is measured is the run, not a list of its steps. */
const listener = {
  onOpening: () => undefined,
  onSteps: () => undefined,
  pause: () => Promise.resolve(false),
};

const orders = (count: number): RunSpec => storySpec({ orders: count, with: { id: "='O-' + string(n)" } });

async function run(spec: RunSpec, engines: EnginePool | RecordingEngines): Promise<void> {
  const ended = await simulate(spec, engines, listener);
  if (!ended.ok || ended.value.kind !== 'quiescent') throw new Error(`The run did not end: ${JSON.stringify(ended)}`);
}

async function costOverEngines(pool: EnginePool): Promise<Section> {
  const spec = orders(COST_ORDERS);
  const recorder = new RecordingEngines(pool);
  await run(spec, recorder);
  const { ratios, aMs, bMs } = await pairedRatios(
    () => run(spec, pool),
    () => replay(recorder.recording, pool),
    { warmUp: 3, count: 15 },
  );
  const ratio = median(ratios);
  return {
    title: 'Cost over the engines',
    method: `A run of the story with ${COST_ORDERS} orders against the same ${recorder.recording.calls.length} calls sent straight to the same engines, in turn in one process, 15 pairs.`,
    findings: [
      {
        what: 'run / bare calls, median of pairs',
        measured: inRatio(ratio),
        promised: `at most ${RATIO_AT_MOST}`,
        isKept: ratio <= RATIO_AT_MOST,
      },
    ],
    figures: [`- run ${inMs(median(aMs))}, bare calls ${inMs(median(bMs))}, medians`],
  };
}

async function growth(pool: EnginePool): Promise<Section> {
  const none = orders(0);
  await run(none, pool);
  const openings: number[] = [];
  const perOrder: number[] = [];
  for (const count of GROWTH_ORDERS) {
    const rounds = Math.max(1, Math.min(9, Math.round(500 / count)));
    const spec = orders(count);
    const costs: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const opening = await timed(() => run(none, pool));
      openings.push(opening);
      costs.push(((await timed(() => run(spec, pool))) - opening) / count);
    }
    perOrder.push(median(costs));
  }
  const spread = Math.max(...perOrder) / Math.min(...perOrder);
  return {
    title: 'Growth',
    method: `The story with ${GROWTH_ORDERS.join(', ')} orders in one plan entry; what a run without an order costs is taken off.`,
    findings: [
      {
        what: 'dearest cost per order / cheapest',
        measured: inRatio(spread),
        promised: `at most ${RATIO_AT_MOST}`,
        isKept: spread <= RATIO_AT_MOST,
      },
    ],
    figures: [
      ...GROWTH_ORDERS.map((count, n) => `- ${count} orders: ${inMs(perOrder[n] ?? Number.NaN)} each`),
      `- a run without an order: ${inMs(median(openings))}`,
    ],
  };
}

/** Measures runs in this process, on the real engines. */
export async function sectionsInNode(): Promise<readonly Section[]> {
  const pool = new EnginePool(nodeEngines(), () => undefined);
  try {
    return [await costOverEngines(pool), await growth(pool)];
  } finally {
    await pool.close();
  }
}
