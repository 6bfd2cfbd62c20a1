/*
 * What `src/build/scenario-plugin.ts` makes of the folder `scenarios` when the page is built. A module that is in no file cannot
 * name the types of ours; `catalogue.ts` does.
 */

declare module 'virtual:scenarios' {
  /** One per scenario, in the order of their folders. */
  export const cards: readonly unknown[];
  /** The scenario itself, by id, each in a file of its own. */
  export const files: Readonly<Record<string, () => Promise<{ readonly file: unknown }>>>;
}

declare module 'virtual:scenario-bases' {
  /** Texts of the shipped bases, by id: what a reader's own file may stand on. */
  export const bases: Readonly<Record<string, string>>;
}
