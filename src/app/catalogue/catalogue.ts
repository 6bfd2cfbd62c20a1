import { cards, files } from 'virtual:scenarios';
import type { Lesson } from '#sim/lessons/lesson.ts';
import type { BuiltIn } from './built-in.ts';
import type { Card } from './card.ts';
import { alongThePath } from './path.ts';

/** All scenarios that come with the page, in the order of the learning path. */
export const CARDS: readonly Card[] = alongThePath(cards as readonly Card[]);

/** A built-in scenario; null when none has this id. Rejects when its file could not be loaded. */
export async function loadScenario(id: string): Promise<BuiltIn | null> {
  const load = Object.hasOwn(files, id) ? files[id] : undefined;
  if (load === undefined) return null;
  const file = (await load()).file as BuiltIn;
  remember(file);
  return file;
}

/** What the shipped scenarios are written in. */
export const WRITTEN_IN = 'en';

const languages = new WeakMap<Lesson, string>();

/** What a lesson's words are written in; undefined when it is not one of ours. */
export function languageOf(lesson: Lesson): string | undefined {
  return languages.get(lesson);
}

function remember({ lesson, translations }: BuiltIn): void {
  if (lesson !== null) languages.set(lesson, WRITTEN_IN);
  for (const [language, translation] of Object.entries(translations)) languages.set(translation, language);
}

/** The lesson in the reader's language, or as it was written where nobody translated it. */
export function lessonIn(language: string, { lesson, translations }: BuiltIn): Lesson | null {
  return (Object.hasOwn(translations, language) ? translations[language] : undefined) ?? lesson;
}
