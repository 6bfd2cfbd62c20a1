import type { Json } from '../model/json.ts';
import type { Facts, News } from './facts/facts.ts';

/** What a promise finds in the facts as they are now. */
export interface Finding {
  /** A breach that nothing can heal: rows or ids that show it. */
  readonly broken: Json | null;
  /** What would be a breach if nothing else happened. */
  readonly open: Json | null;
  /** Why nothing can be said, in one sentence. */
  readonly problem: string | null;
}

export const NOTHING_FOUND: Finding = { broken: null, open: null, problem: null };

export const foundBroken = (evidence: Json): Finding => ({ ...NOTHING_FOUND, broken: evidence });

export const foundOpen = (evidence: Json | null): Finding => ({ ...NOTHING_FOUND, open: evidence });

/** One promise at work in one run. */
export interface Trial {
  /** Whether the finding may have changed. */
  observe(news: News): boolean;
  /** `atRest`: nothing is pending, so what is open now stays open. */
  find(atRest: boolean): Finding;
}

export type StartTrial = (facts: Facts) => Trial;

/** A promise that cannot be judged, for a reason in one sentence. */
export const undecidable = (problem: string): Trial => ({
  observe: () => false,
  find: () => ({ ...NOTHING_FOUND, problem }),
});

/** As many as a reader takes in; the panels lead to the rest. */
const SHOWN = 5;

/** The first few of what shows a breach, or null when nothing does. */
export function evidence<Item>(items: Iterable<Item>, show: (item: Item) => Json): Json | null {
  const shown: Json[] = [];
  for (const item of items) {
    if (shown.length === SHOWN) break;
    shown.push(show(item));
  }
  return shown.length === 0 ? null : shown;
}
