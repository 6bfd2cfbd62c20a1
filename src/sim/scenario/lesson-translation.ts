import { isList, isMap, type Json, type JsonMap } from '../model/json.ts';
import { own } from './own.ts';
import type { Path, Places } from './place.ts';
import { type Problem, problem } from './problem.ts';

/** Keys of a lesson whose values a reader reads. Everything else is for the machine and stays as the lesson has it. */
const TEXTS = new Set(['say', 'ask', 'text', 'takeaways']);

/**
 * The lesson with the texts of a translation in place of its own. The translation has the same shape and may leave out whatever it
 * does not translate; what is no text, or has no counterpart, is a problem.
 */
export function mergeTranslation(lesson: JsonMap, translation: JsonMap, places: Places, problems: Problem[]): Json {
  return merged(lesson, translation, { path: [], key: '', places, problems, spot: null });
}

interface At {
  readonly path: Path;
  readonly key: string;
  readonly spot: Problem['spot'];
  readonly places: Places;
  readonly problems: Problem[];
}

function merged(original: Json, translated: Json, at: At): Json {
  if (isMap(original) && isMap(translated)) return mergedMap(original, translated, at);
  if (isList(original) && isList(translated)) return mergedList(original, translated, at);
  if (translated === null || translated === original) return original;
  if (typeof translated === 'string' && TEXTS.has(at.key) && typeof original === 'string') return translated;
  note(at, `\`${at.key}\` is no text of this lesson; a translation holds texts only.`);
  return original;
}

function mergedMap(original: JsonMap, translated: JsonMap, at: At): Json {
  const result: Record<string, Json> = { ...original };
  for (const key of Object.keys(original)) at.places.carry(original, key, result, key);
  for (const [key, value] of Object.entries(translated)) {
    const inner = { ...at, path: [...at.path, key], key, spot: { holder: translated, key } };
    const before = own(original, key);
    if (before !== undefined) result[key] = merged(before, value, inner);
    else if (key === 'text' && typeof value === 'string') result[key] = value;
    else note(inner, `\`${key}\` has no counterpart in the lesson.`);
  }
  return result;
}

function mergedList(original: readonly Json[], translated: readonly Json[], at: At): Json {
  if (translated.length > original.length) note(at, `\`${at.key}\` has more entries than the lesson.`);
  return original.map((item, index) => {
    const value = translated[index];
    if (value === undefined) return item;
    return merged(item, value, { ...at, path: [...at.path, index], spot: { holder: translated, key: index } });
  });
}

function note(at: At, message: string): void {
  at.problems.push(problem('key-unknown', message, at.path, { spot: at.spot }));
}
