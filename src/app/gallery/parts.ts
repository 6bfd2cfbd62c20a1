import type { Card } from '../catalogue/card.ts';
import { PARTS, type Part, partOf } from '../catalogue/path.ts';
import type { Visit } from '../stores/progress.ts';

export type Visits = Readonly<Record<string, Visit>>;

export interface PartStanding {
  readonly count: number;
  readonly done: number;
}

/** `part-A`: where the path leads to on the page. */
export const sectionId = (part: Part): string => `part-${part}`;

export const cardsOf = (part: Part | null, cards: readonly Card[]): readonly Card[] =>
  cards.filter(({ id }) => partOf(id) === part);

export function partStanding(part: Part, cards: readonly Card[], visits: Visits): PartStanding {
  const own = cardsOf(part, cards);
  return { count: own.length, done: own.filter(({ id }) => visits[id]?.done === true).length };
}

/** The first scenario of the path that is not done: what to do next. */
export function nextCard(cards: readonly Card[], visits: Visits): Card | null {
  return cards.find(({ id }) => visits[id]?.done !== true) ?? null;
}

/** The part the reader is in: the one of the next scenario. */
export function currentPart(cards: readonly Card[], visits: Visits): Part | null {
  const next = nextCard(cards, visits);
  return next === null ? null : (partOf(next.id) ?? PARTS[0]);
}
