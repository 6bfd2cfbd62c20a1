import { fail, ok, type Result } from '../model/result.ts';
import { assemble } from './assemble.ts';
import { decodeScenario } from './decode/scenario.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Draft, Pick } from './draft.ts';
import { plainJsonProblem } from './plain-json.ts';
import type { Problem } from './problem.ts';
import { unplaced } from './problem.ts';
import type { Scenario } from './scenario.ts';

/**
 * The scenario with one option of every choice in force (`pick.choices` over the case's over the defaults), its layers merged,
 * the case laid over, defaults filled in and versions complete. Takes any draft, also a stranger's: what it cannot use comes
 * back as diagnostics without a place in a text, named by path.
 */
export function resolveScenario(draft: Draft, pick: Pick): Result<Scenario, readonly Diagnostic[]> {
  const unfit = plainJsonProblem(draft);
  if (unfit !== null) return fail([unplaced('', unfit)]);
  const assembled = assemble(draft, pick, null);
  const problems: Problem[] = [...assembled.problems];
  const scenario = decodeScenario(assembled, pick, { problems, places: null });
  const errors = problems.filter(({ severity }) => severity === 'error');
  return errors.length === 0 ? ok(scenario) : fail(errors.map((error) => unplaced(scenario.id, error)));
}
