import { checkScenario } from '#sim/scenario/check.ts';
import type { Diagnostic } from '#sim/scenario/diagnostic.ts';
import { type Draft, PLAIN_RUN } from '#sim/scenario/draft.ts';
import { readLesson } from '#sim/scenario/lesson-parse.ts';
import { readScenario } from '#sim/scenario/parse.ts';
import type { Scenario } from '#sim/scenario/scenario.ts';
import { CaseRuns } from './case-runs.ts';
import { askedOf, engineFindings } from './engine-checks.ts';
import { lessonFindings } from './lesson-checks.ts';
import { Locator } from './locate.ts';
import { lessonOf, scenarioOf } from './prepare-run.ts';
import { sortDiagnostics } from './print-diagnostic.ts';
import { runFindings } from './run-checks.ts';
import type { ScenarioFolder, TextFile } from './scenario-files.ts';

/**
 * All findings of one scenario and its lesson, in order of place. What shows without running comes first; only a file that
 * has no such error is asked of the engines, and only one that they accept is run. `known` are runs computed before.
 */
export async function checkFolder(folder: ScenarioFolder, known?: CaseRuns): Promise<readonly Diagnostic[]> {
  const found = [...checkScenario(folder.source, folder.lesson ?? undefined)];
  for (const translation of folder.translations) found.push(...translationFindings(folder.lesson, translation));
  const { draft, places, source } = readScenario(folder.source);
  if (draft === null || hasError(found)) return found;
  const locator = new Locator(draft.layers, places, source);
  for (const design of designsOf(draft)) found.push(...(await engineFindings(design, locator)));
  if (!hasError(found)) found.push(...(await findingsOfRuns(folder, draft, locator, known ?? new CaseRuns(draft))));
  return sortDiagnostics(found);
}

async function findingsOfRuns(
  folder: ScenarioFolder,
  draft: Draft,
  locator: Locator,
  runs: CaseRuns,
): Promise<readonly Diagnostic[]> {
  const found = [...(await runFindings(draft, runs, locator))];
  const lesson = lessonOf(folder);
  if (folder.lesson === null || lesson === null) return found;
  const { map, places, source } = readLesson(folder.lesson);
  const lessonLocator = new Locator(map === null ? [] : [map], places, source);
  return [...found, ...(await lessonFindings(lesson, runs, lessonLocator))];
}

/**
 * The design as written, each of its cases, and each option on its own: together they hold every value of the file. Designs
 * that ask the engines the same come once.
 */
function designsOf(draft: Draft): readonly Scenario[] {
  const plain = scenarioOf(draft, PLAIN_RUN);
  const options = plain.choices.flatMap(({ id, options, needs }) =>
    options.map((option) => ({ choices: { ...needs, [id]: option.id }, caseId: null })),
  );
  const cases = Object.keys(plain.cases).map((caseId) => ({ choices: {}, caseId }));
  const designs = [plain, ...[...cases, ...options].map((pick) => scenarioOf(draft, pick))];
  return [...new Map(designs.map((design) => [askedOf(design), design])).values()];
}

function translationFindings(lesson: TextFile | null, translation: TextFile): readonly Diagnostic[] {
  if (lesson === null) return [];
  const own = readLesson({ ...lesson, translation }).diagnostics;
  return own.filter(({ file }) => file === translation.file);
}

const hasError = (found: readonly Diagnostic[]): boolean => found.some(({ severity }) => severity === 'error');
