import type { Trace } from '../trace/trace.ts';
import type { Anchor, Beat } from './lesson.ts';

/** Another run of the same scenario: a case or the plain run (`null`), with other choices. */
export interface Variation {
  readonly caseId: string | null;
  readonly choices: Readonly<Record<string, string>>;
}

/** How a lesson gets another run. Rejects when the run cannot be computed. */
export type RunVariation = (variation: Variation) => Promise<Trace>;

export function variationKey({ caseId, choices }: Variation): string {
  const chosen = Object.entries(choices).map(([choice, option]) => `${choice}=${option}`);
  return [caseId ?? '', ...chosen.sort()].join(' ');
}

/** The case whose run shows the answer; null is the plain run. */
export const caseOfAnswer = (beat: Beat): string | null => beat.predict?.in ?? beat.case;

/** Where in that run it shows: as the prediction says, else where it was asked, or at the end of another run. */
export function anchorOfAnswer(beat: Beat): Anchor {
  return beat.predict?.by ?? (caseOfAnswer(beat) === beat.case ? beat.at : { kind: 'end' });
}

/** The runs whose values a beat's prediction needs. */
export function allVariations(beat: Beat): readonly Variation[] {
  const { predict } = beat;
  if (predict === null) return [];
  const caseId = caseOfAnswer(beat);
  const options = predict.options.flatMap(({ from }) => (from === null ? [] : [{ caseId, choices: from.choices }]));
  return caseId === beat.case ? options : [{ caseId, choices: {} }, ...options];
}

/** Runs each variation once, one after the other, and keeps the traces by their key. */
export async function runVariations(
  variations: readonly Variation[],
  runOther: RunVariation,
): Promise<ReadonlyMap<string, Trace>> {
  const traces = new Map<string, Trace>();
  for (const variation of variations) {
    const key = variationKey(variation);
    if (!traces.has(key)) traces.set(key, await runOther(variation));
  }
  return traces;
}
