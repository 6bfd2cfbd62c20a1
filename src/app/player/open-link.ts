import i18next from 'i18next';
import { lessonIn, loadScenario } from '../catalogue/catalogue.ts';
import type { BuiltIn } from '../catalogue/built-in.ts';
import type { RunSource } from '../session/run-state.ts';
import { decodeLink } from '../sharing/decode-link.ts';
import { fitLink } from '../sharing/fit-link.ts';
import { type LinkProblem, linkProblem, type LinkState, plainLink } from '../sharing/link-state.ts';
import type { Diagnostic } from '#sim/scenario/diagnostic.ts';
import { resolveScenario } from '#sim/scenario/resolve.ts';
import type { Scenario } from '#sim/scenario/scenario.ts';

/** What an address came to: a run to show, or why there is none. Whatever could not be used is told either way. */
export type Opened =
  | {
      readonly kind: 'run';
      readonly source: RunSource;
      /** What the link's request resolves to. */
      readonly scenario: Scenario;
      readonly link: LinkState;
      readonly problems: readonly LinkProblem[];
    }
  | { readonly kind: 'nothing'; readonly problems: readonly LinkProblem[] }
  | { readonly kind: 'unusable'; readonly diagnostics: readonly Diagnostic[] };

/** Reads an address that anybody may have made and finds its scenario. Rejects when a built-in one could not be loaded. */
export async function openLink(hash: string): Promise<Opened> {
  const decoded = await decodeLink(hash);
  const link = decoded.ok ? decoded.value : decoded.problem.nearest;
  const problems = decoded.ok ? [] : decoded.problem.problems;
  if (link === null) return { kind: 'nothing', problems };
  const file = await fileOf(link);
  if (file === null) return { kind: 'nothing', problems: [linkProblem('unknown-scenario', link.scenarioId)] };
  const source = sourceOf(link.scenarioId, file);
  return fitted(source, link, problems);
}

/** A later address of the same scenario, as Back and Forward bring: the run it names, and what of it could not be used. */
export async function rereadLink(
  hash: string,
  scenario: Scenario,
): Promise<{ readonly link: LinkState; readonly problems: readonly LinkProblem[] } | null> {
  const decoded = await decodeLink(hash);
  const link = decoded.ok ? decoded.value : decoded.problem.nearest;
  if (link === null) return null;
  const fit = fitLink(link, scenario);
  const problems = [...(decoded.ok ? [] : decoded.problem.problems), ...(fit.ok ? [] : fit.problem.problems)];
  return { link: (fit.ok ? fit.value : fit.problem.nearest) ?? plainLink(link.scenarioId), problems };
}

async function fileOf({ scenarioId, draft }: LinkState): Promise<BuiltIn | null> {
  return draft === null ? loadScenario(scenarioId) : { draft, lesson: null, translations: {} };
}

function sourceOf(id: string, file: BuiltIn): RunSource {
  return {
    id,
    get lesson() {
      return lessonIn(i18next.language, file);
    },
    resolve: ({ choices, caseId }) => resolveScenario(file.draft, { choices, caseId }),
  };
}

/** The plain run knows the scenario's choices, cases and commands; what the link asks for beyond them is left out. */
function fitted(source: RunSource, link: LinkState, problems: readonly LinkProblem[]): Opened {
  const plain = source.resolve(plainLink(link.scenarioId));
  if (!plain.ok) return { kind: 'unusable', diagnostics: plain.problem };
  const fit = fitLink(link, plain.value);
  const shown = (fit.ok ? fit.value : fit.problem.nearest) ?? plainLink(link.scenarioId, link.draft);
  const all = [...problems, ...(fit.ok ? [] : fit.problem.problems)];
  const scenario = source.resolve(shown);
  if (!scenario.ok) return { kind: 'unusable', diagnostics: scenario.problem };
  return { kind: 'run', source, scenario: scenario.value, link: shown, problems: all };
}
