import { DEFAULT_SEED } from '#sim/scenario/run-spec.ts';
import type { Draft } from '#sim/scenario/draft.ts';
import type { RunRequest } from '../session/run-state.ts';

/** All that a link carries: which scenario, which run of it, and where in the run the reader stands. */
export interface LinkState extends RunRequest {
  readonly scenarioId: string;
  /** The file itself, when it is not one that comes with the page. */
  readonly draft: Draft | null;
  /** Number of the last step shown; 0 is the opening. */
  readonly cursor: number;
}

export type LinkProblemKind =
  | 'too-long'
  | 'unknown-address'
  | 'newer-version'
  | 'choice'
  | 'case'
  | 'seed'
  | 'plan'
  | 'plan-too-long'
  | 'cursor'
  | 'draft'
  | 'draft-too-large'
  | 'unknown-scenario';

/** One thing in a link that could not be used, as data for a sentence. */
export interface LinkProblem {
  readonly kind: LinkProblemKind;
  /** The piece of the link at fault; may be empty. */
  readonly what: string;
  readonly detail: string;
}

/** A link that could not be used as it is, and the nearest state that can; null when nothing of it can. */
export interface LinkTrouble {
  readonly problems: readonly LinkProblem[];
  readonly nearest: LinkState | null;
}

export const linkProblem = (kind: LinkProblemKind, what = '', detail = ''): LinkProblem => ({
  kind,
  what: what.length > 80 ? `${what.slice(0, 79)}…` : what,
  detail,
});

/** The run a scenario tells when nobody changed anything, at its opening. */
export function plainLink(scenarioId: string, draft: Draft | null = null): LinkState {
  return { scenarioId, draft, choices: {}, caseId: null, seed: DEFAULT_SEED, entries: [], cursor: 0 };
}
