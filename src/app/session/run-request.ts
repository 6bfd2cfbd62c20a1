import { DEFAULT_SEED } from '#sim/scenario/run-spec.ts';
import type { PlanEntry } from '#sim/scenario/plan.ts';
import type { Choice } from '#sim/scenario/scenario.ts';
import type { RunRequest } from './run-state.ts';

/** The run a scenario tells when nobody changed anything. */
export const PLAIN_REQUEST: RunRequest = { choices: {}, caseId: null, seed: DEFAULT_SEED, entries: [] };

/** The request with one choice decided; a choice back at its default is not named. */
export function chosen(request: RunRequest, choices: readonly Choice[], id: string, option: string): RunRequest {
  const rest = Object.fromEntries(Object.entries(request.choices).filter(([choice]) => choice !== id));
  const isDefault = choices.some((choice) => choice.id === id && choice.default === option);
  return { ...request, choices: isDefault ? rest : { ...rest, [id]: option } };
}

/** The request with one more entry of the reader's own. */
export function withEntry(request: RunRequest, entry: PlanEntry): RunRequest {
  return { ...request, entries: [...request.entries, entry] };
}

/** The request without the reader's entry at a position. */
export function withoutEntry(request: RunRequest, index: number): RunRequest {
  return { ...request, entries: request.entries.filter((_, at) => at !== index) };
}

/** Two requests name the same run. Both are plain JSON made by the same code, so their text decides. */
export function sameRequest(one: RunRequest, other: RunRequest): boolean {
  return JSON.stringify(canonical(one)) === JSON.stringify(canonical(other));
}

function canonical(request: RunRequest): unknown {
  const choices = Object.entries(request.choices).sort(([a], [b]) => (a < b ? -1 : 1));
  return [choices, request.caseId, request.seed, request.entries];
}
