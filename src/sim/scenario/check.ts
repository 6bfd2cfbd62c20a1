import { checkAcross } from './checks/across.ts';
import { checkChoices, choicesOf, chooseNodes } from './checks/choices.ts';
import { checkLesson, type Stage } from './checks/lesson.ts';
import { checkVariant, type Variant } from './checks/variant.ts';
import { coveringPicks } from './checks/variants.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Draft } from './draft.ts';
import { type LessonSource, readLesson } from './lesson-parse.ts';
import { readScenario, type ScenarioSource } from './parse.ts';
import type { Places, SourceText } from './place.ts';
import { placeProblem } from './placing.ts';
import type { Problem } from './problem.ts';

/**
 * Everything that is wrong with a scenario (and the lesson beside it) as far as it shows without running it, in all options of
 * all choices and in all cases, sorted by place, each with line, column, code, one sentence and a suggestion. Whether the
 * engines accept the SQL and the rows is theirs to say.
 */
export function checkScenario(source: ScenarioSource, lessonSource?: LessonSource): readonly Diagnostic[] {
  const read = readScenario(source);
  const checked = read.draft === null ? null : checkDraft(read.draft, read.places, read.source);
  const lesson = lessonSource === undefined ? [] : lessonFindings(lessonSource, checked?.stage ?? null);
  return sorted([...read.diagnostics, ...(checked?.found ?? []), ...lesson]);
}

interface CheckedDraft {
  readonly found: readonly Diagnostic[];
  readonly stage: Stage | null;
}

function checkDraft(draft: Draft, places: Places, source: SourceText): CheckedDraft {
  const nodes = chooseNodes(draft);
  const variants = coveringPicks(draft, nodes).map((pick) => checkVariant(draft, pick, places));
  const problems: readonly Problem[] = [
    ...checkChoices(draft, nodes),
    ...variants.flatMap((variant) => variant.problems),
    ...checkAcross(variants, places),
  ];
  return { found: problems.map((one) => placeProblem(one, places, source)), stage: stageOf(variants, draft) };
}

function stageOf(variants: readonly Variant[], draft: Draft): Stage | null {
  const [plain] = variants;
  if (plain === undefined) return null;
  const cases = variants.flatMap(({ pick, world }) => (pick.caseId === null ? [] : [[pick.caseId, world] as const]));
  return { plain: plain.world, cases: new Map(cases.reverse()), choices: choicesOf(draft) };
}

function lessonFindings(source: LessonSource, stage: Stage | null): readonly Diagnostic[] {
  const read = readLesson(source);
  if (read.map === null || stage === null) return read.diagnostics;
  const problems = checkLesson(read.map, stage, read.places);
  return [...read.diagnostics, ...problems.map((one) => placeProblem(one, read.places, read.source))];
}

/** So many findings are reported; a file with more has a few mistakes that make the rest. */
const MOST = 200;

/** In order of file and place, each once: many variants find the same. */
function sorted(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const distinct = new Map(found.map((one) => [JSON.stringify(one), one] as const));
  const order = [...distinct.values()].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.code, b.code) ||
      compare(a.message, b.message),
  );
  return order.slice(0, MOST);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
