import type { Lesson } from '#sim/lessons/lesson.ts';
import type { Draft } from '#sim/scenario/draft.ts';

/** A scenario that comes with the page, parsed and checked when the page was built. */
export interface BuiltIn {
  readonly draft: Draft;
  readonly lesson: Lesson | null;
  /** The lesson in other languages, by language, with all its texts in place. */
  readonly translations: Readonly<Record<string, Lesson>>;
}
