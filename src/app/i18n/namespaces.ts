/**
 * Every group of words, by name. A file `en/<name>.ts` exports its `messages` and adds itself here, with
 * `declare module '../namespaces.ts' { interface Namespaces { <name>: typeof messages } }`; nothing else is to be registered.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by the files of words
export interface Namespaces {}

export type NamespaceName = keyof Namespaces;

/** The same keys with other words: what a translation of a group of words has to be. */
export type Translation<Messages> = {
  readonly [Key in keyof Messages]: Messages[Key] extends string ? string : Translation<Messages[Key]>;
};
