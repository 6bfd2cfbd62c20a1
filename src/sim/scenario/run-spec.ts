import type { PlanEntry } from './plan.ts';
import type { Scenario } from './scenario.ts';

/**
 * A run as a value: what a link carries and a test pins. The same spec gives the same trace, byte for byte,
 * in the page, in a worker and in Node.
 */
export interface RunSpec {
  readonly scenario: Scenario;
  readonly seed: number;
  /** The whole plan: the scenario's own entries and the reader's. */
  readonly plan: readonly PlanEntry[];
  readonly maxSteps: number;
  readonly maxVirtualMs: number;
}

export const DEFAULT_SEED = 1;
export const STEP_LIMIT = 100_000;
export const VIRTUAL_TIME_LIMIT_MS = 3_600_000;
