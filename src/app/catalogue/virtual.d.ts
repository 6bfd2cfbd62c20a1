/* What `src/build/scenario-plugin.ts` makes of the folder `scenarios` when the page is built. */

declare module 'virtual:scenarios' {
  import type { Card } from './card.ts';
  import type { BuiltIn } from './built-in.ts';

  /** One per scenario, in the order of their folders. */
  export const cards: readonly Card[];
  /** The scenario itself, by id, each in a file of its own. */
  export const files: Readonly<Record<string, () => Promise<{ readonly file: BuiltIn }>>>;
}

declare module 'virtual:scenario-bases' {
  /** Texts of the shipped bases, by id: what a reader's own file may stand on. */
  export const bases: Readonly<Record<string, string>>;
}
