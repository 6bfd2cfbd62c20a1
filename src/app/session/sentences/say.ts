import type { ParseKeys } from 'i18next';
import type { HappeningKind } from '#sim/trace/happening.ts';
import type { Step } from '#sim/trace/step.ts';

export type Values = Readonly<Record<string, string | number>>;
export type SentenceKey = ParseKeys<'steps'>;

/** What a sentence is made with: the reader's words, the titles of the services, and how the language lists things. */
export interface Say {
  /** A text of the `steps` catalogue; `count` picks the plural. */
  readonly text: (key: SentenceKey, values?: Values) => string;
  /** `Order Service` for `order`. */
  readonly name: (actor: string) => string;
  /** `a, b and c`. */
  readonly list: (items: readonly string[]) => string;
}

/** The step a kind of happening makes. */
export type StepOf<Kind extends HappeningKind> = Extract<Step, { readonly kind: Kind }>;

/** One sentence per kind of happening. */
export type Sentences<Kind extends HappeningKind> = {
  readonly [Each in Kind]: (step: StepOf<Each>, say: Say) => string;
};
