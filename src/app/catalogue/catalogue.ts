import { cards, files } from 'virtual:scenarios';
import type { Lesson } from '#sim/lessons/lesson.ts';
import type { BuiltIn } from './built-in.ts';
import type { Card } from './card.ts';
import { alongThePath } from './path.ts';

/** All scenarios that come with the page, in the order of the learning path. */
export const CARDS: readonly Card[] = alongThePath(cards as readonly Card[]);

export function cardOf(id: string): Card | null {
  return CARDS.find((card) => card.id === id) ?? null;
}

/** A built-in scenario; null when none has this id. Rejects when its file could not be loaded. */
export async function loadScenario(id: string): Promise<BuiltIn | null> {
  const load = Object.hasOwn(files, id) ? files[id] : undefined;
  return load === undefined ? null : ((await load()).file as BuiltIn);
}

/** The lesson in the reader's language, or as it was written where nobody translated it. */
export function lessonIn(language: string, { lesson, translations }: BuiltIn): Lesson | null {
  return (Object.hasOwn(translations, language) ? translations[language] : undefined) ?? lesson;
}
