import { join } from 'node:path';
import type { JsonMap } from '#sim/model/json.ts';
import { PLAIN_RUN } from '#sim/scenario/draft.ts';
import { parseScenario } from '#sim/scenario/parse.ts';
import { resolveScenario } from '#sim/scenario/resolve.ts';
import { DEFAULT_SEED, type RunSpec, VIRTUAL_TIME_LIMIT_MS } from '#sim/scenario/run-spec.ts';
import { readScenarioTree } from '../scenario-folders.ts';

const SCENARIOS = join(import.meta.dirname, '..', '..', '..', 'scenarios');

/** The story all figures are about: one order, three services, three databases. */
export const STORY = 'ecommerce-order-created';

/** The first command of the plan as often as wanted, a second apart, each order with its own id. */
export interface Repetition {
  readonly orders: number;
  readonly with: JsonMap;
}

const MANY_STEPS = 1_000_000;

/** The story's default run, with its first command repeated. Throws when the scenario does not resolve. */
export function storySpec({ orders, with: given }: Repetition): RunSpec {
  const { folders, bases } = readScenarioTree(SCENARIOS, 'scenarios');
  const folder = folders.find(({ folder: path }) => path.endsWith(`/${STORY}`));
  if (folder === undefined) throw new Error(`There is no scenario ${STORY}.`);
  const draft = parseScenario({ ...folder.scenario, bases });
  if (!draft.ok) throw new Error(JSON.stringify(draft.problem, null, 2));
  const resolved = resolveScenario(draft.value, PLAIN_RUN);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problem, null, 2));
  const scenario = resolved.value;
  const plan = (orders === 0 ? [] : scenario.plan).map((entry) =>
    entry.kind === 'run' ? { ...entry, repeat: orders, everyMs: 1_000, with: { ...entry.with, ...given } } : entry,
  );
  return { scenario, seed: DEFAULT_SEED, plan, maxSteps: MANY_STEPS, maxVirtualMs: VIRTUAL_TIME_LIMIT_MS };
}
