import { isMap, type Json, type JsonMap } from '../model/json.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Lesson } from '../lessons/lesson.ts';
import { decodeLesson } from './decode/lesson.ts';
import type { Diagnostic } from './diagnostic.ts';
import { mergeTranslation } from './lesson-translation.ts';
import { own } from './own.ts';
import { FORMAT } from './parse.ts';
import { Places, type SourceText } from './place.ts';
import { placedAt, type Problem } from './problem.ts';
import { placeProblem } from './placing.ts';
import { readYaml } from './yaml-source.ts';

/** A lesson as text, and its translation into the reader's language when there is one. */
export interface LessonSource {
  readonly file: string;
  readonly text: string;
  /** `lesson.<lang>.yaml`: the same shape, texts only. */
  readonly translation?: { readonly file: string; readonly text: string };
}

export interface ReadLesson {
  readonly map: JsonMap | null;
  readonly places: Places;
  readonly source: SourceText;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a lesson and lays the texts of its translation over it. Errors: not YAML, an unknown format, a beat of the wrong
 * shape, a translation that does not fit. Whether its anchors can be reached is `checkScenario`'s to say.
 */
export function parseLesson(source: LessonSource): Result<Lesson, readonly Diagnostic[]> {
  const read = readLesson(source);
  if (read.map === null || read.diagnostics.length > 0) return fail(read.diagnostics);
  const problems: Problem[] = [];
  const lesson = decodeLesson(read.map, { problems, places: read.places });
  if (problems.length === 0) return ok(lesson);
  return fail(problems.map((found) => placeProblem(found, read.places, read.source)));
}

/** The lesson's map with its translation laid over it, and the place of every value. */
export function readLesson(source: LessonSource): ReadLesson {
  const places = new Places();
  const lesson = readYaml(source.file, source.text, places);
  const unknown = lesson.map === null ? null : formatProblem(lesson.map, lesson.source, places);
  const diagnostics: Diagnostic[] = [...lesson.diagnostics, ...(unknown === null ? [] : [unknown])];
  const { translation } = source;
  if (lesson.map === null || translation === undefined) return { ...lesson, places, diagnostics };
  const translated = readYaml(translation.file, translation.text, places);
  diagnostics.push(...translated.diagnostics);
  if (translated.map === null) return { ...lesson, places, diagnostics };
  const problems: Problem[] = [];
  const map: Json = mergeTranslation(lesson.map, translated.map, places, problems);
  diagnostics.push(...problems.map((found) => placeProblem(found, places, translated.source)));
  return { map: isMap(map) ? map : lesson.map, places, source: lesson.source, diagnostics };
}

function formatProblem(map: JsonMap, source: SourceText, places: Places): Diagnostic | null {
  const format = own(map, 'format');
  if (format === FORMAT) return null;
  const span = places.of(map, 'format')?.value ?? { start: 0, end: 0 };
  const newer = typeof format === 'number' && format > FORMAT;
  const found = newer
    ? { code: 'format-newer', message: 'This file needs a newer Sagascope.', suggestion: null }
    : { code: 'value-type', message: '`format` wants 1.', suggestion: 'Write `format: 1`.' };
  return placedAt(source, span, { severity: 'error', ...found });
}
