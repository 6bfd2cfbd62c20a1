import { mapAt } from '../assemble.ts';
import { type Draft, type Pick, PLAIN_RUN } from '../draft.ts';
import { LIMITS } from '../limits.ts';
import { type ChooseNode, choicesOf, optionsOf } from './choices.ts';

/** So many values are looked at in all variants together before the rest of the variants is left to the runs. */
const WORK = 400_000;

/**
 * Picks that together read every value of a draft at least once: the plain run, every branch of every `choose` (with whatever
 * must be picked around it), and every case.
 */
export function coveringPicks(draft: Draft, nodes: readonly ChooseNode[]): readonly Pick[] {
  const choices = choicesOf(draft);
  const branches = nodes.flatMap(({ choice, under, caseId }) =>
    optionsOf(choices, choice).map((option): Pick => ({ choices: { ...under, [choice]: option }, caseId })),
  );
  const cases = draft.layers.flatMap((layer) => Object.keys(mapAt(layer, 'cases')));
  const known = new Set(cases);
  const all = [PLAIN_RUN, ...[...known].map((caseId): Pick => ({ choices: {}, caseId })), ...branches];
  const most = Math.max(
    4,
    Math.min(LIMITS.choices * LIMITS.options + LIMITS.cases, Math.floor(WORK / valuesIn(draft))),
  );
  return distinct(all, choices).slice(0, most);
}

/** Picks that differ in what they pick, defaults left out. */
function distinct(picks: readonly Pick[], choices: ReturnType<typeof choicesOf>): readonly Pick[] {
  const seen = new Map<string, Pick>();
  for (const pick of picks) {
    const told = Object.entries(pick.choices)
      .filter(([id, option]) => pick.caseId !== null || mapAt(choices, id)['default'] !== option)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const key = JSON.stringify([pick.caseId, told]);
    if (!seen.has(key)) seen.set(key, pick);
  }
  return [...seen.values()];
}

/** Values of a draft, aliases written out. */
function valuesIn(draft: Draft): number {
  const known = new Map<object, number>();
  const count = (value: unknown): number => {
    if (typeof value !== 'object' || value === null) return 1;
    const before = known.get(value);
    if (before !== undefined) return before;
    const total = Object.values(value).reduce<number>((sum, inner) => sum + count(inner), 1);
    known.set(value, total);
    return total;
  };
  return count(draft.layers);
}
