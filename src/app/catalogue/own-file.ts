import { bases } from 'virtual:scenario-bases';
import type { Result } from '#sim/model/result.ts';
import { fail, ok } from '#sim/model/result.ts';
import { checkScenario } from '#sim/scenario/check.ts';
import type { Diagnostic } from '#sim/scenario/diagnostic.ts';
import { type Draft, PLAIN_RUN } from '#sim/scenario/draft.ts';
import { parseScenario } from '#sim/scenario/parse.ts';
import { resolveScenario } from '#sim/scenario/resolve.ts';

/** Reads a scenario file of the reader's own: a draft that can be run, or every finding with its place. */
export function readOwnFile(file: string, text: string): Result<Draft, readonly Diagnostic[]> {
  const source = { file, text, bases };
  const findings = checkScenario(source);
  if (findings.some(({ severity }) => severity === 'error')) return fail(findings);
  const draft = parseScenario(source);
  if (!draft.ok) return draft;
  const scenario = resolveScenario(draft.value, PLAIN_RUN);
  return scenario.ok ? ok(draft.value) : fail(scenario.problem);
}
