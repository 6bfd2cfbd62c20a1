import type { Pick } from '../draft.ts';
import { parseScenario, type ScenarioSource } from '../parse.ts';
import { resolveScenario } from '../resolve.ts';
import type { Scenario } from '../scenario.ts';

/** A fixture read and resolved; a test that builds on it needs no branches for what cannot go wrong here. */
export function resolved(source: ScenarioSource, pick: Partial<Pick> = {}): Scenario {
  const draft = parseScenario(source);
  if (!draft.ok) throw new Error(JSON.stringify(draft.problem));
  const scenario = resolveScenario(draft.value, { choices: {}, caseId: null, ...pick });
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.problem));
  return scenario.value;
}
