import type { Lesson } from '#sim/lessons/lesson.ts';
import { fail, ok, type Result } from '#sim/model/result.ts';
import { checkScenario } from '#sim/scenario/check.ts';
import type { Diagnostic } from '#sim/scenario/diagnostic.ts';
import { PLAIN_RUN } from '#sim/scenario/draft.ts';
import { parseLesson } from '#sim/scenario/lesson-parse.ts';
import { parseScenario } from '#sim/scenario/parse.ts';
import { resolveScenario } from '#sim/scenario/resolve.ts';
import type { BuiltIn } from '../app/catalogue/built-in.ts';
import type { Card } from '../app/catalogue/card.ts';
import { cardOf } from './scenario-card.ts';
import type { ScenarioFolder, TextFile } from './scenario-folders.ts';

export interface Built {
  readonly card: Card;
  readonly file: BuiltIn;
}

/** Checks, parses and resolves a scenario with its lesson and translations, or answers with all findings that are errors. */
export function buildScenario(
  folder: ScenarioFolder,
  bases: Readonly<Record<string, string>>,
): Result<Built, readonly Diagnostic[]> {
  const source = { ...folder.scenario, bases };
  const checked = checkScenario(source, folder.lesson ?? undefined).filter(({ severity }) => severity === 'error');
  if (checked.length > 0) return fail(checked);
  const draft = parseScenario(source);
  const lesson = lessonOf(folder.lesson, null);
  const translations = Object.entries(folder.translations).map(
    ([language, translation]) => [language, lessonOf(folder.lesson, translation)] as const,
  );
  const found = [draft, lesson, ...translations.map(([, translated]) => translated)];
  const problems = found.flatMap((result) => (result.ok ? [] : result.problem));
  if (!draft.ok || !lesson.ok || problems.length > 0) return fail(problems);
  const scenario = resolveScenario(draft.value, PLAIN_RUN);
  if (!scenario.ok) return fail(scenario.problem);
  return ok({
    card: cardOf(scenario.value, lesson.value),
    file: { draft: draft.value, lesson: lesson.value, translations: Object.fromEntries(translations.flatMap(settled)) },
  });
}

function lessonOf(lesson: TextFile | null, translation: TextFile | null): Result<Lesson | null, readonly Diagnostic[]> {
  if (lesson === null) return ok(null);
  return parseLesson(translation === null ? lesson : { ...lesson, translation });
}

function settled([language, lesson]: readonly [string, Result<Lesson | null, readonly Diagnostic[]>]) {
  return lesson.ok && lesson.value !== null ? [[language, lesson.value] as const] : [];
}

/** The findings as a terminal shows them, one a line. */
export function printFindings(findings: readonly Diagnostic[]): string {
  return findings
    .map(({ file, line, column, code, message, suggestion }) =>
      [`${file}:${String(line)}:${String(column)} ${code} ${message}`, suggestion].filter(Boolean).join(' '),
    )
    .join('\n');
}
