import { fail, ok, type Result } from '#sim/model/result.ts';
import { LIMITS } from '#sim/scenario/limits.ts';
import type { PlanEntry } from '#sim/scenario/plan.ts';
import { parsePlanLine } from '#sim/scenario/plan-line.ts';
import { DEFAULT_SEED, STEP_LIMIT } from '#sim/scenario/run-spec.ts';
import { decodeDraft } from './decode-draft.ts';
import { LINK_VERSION } from './encode-link.ts';
import { type LinkProblem, linkProblem, type LinkState, type LinkTrouble, plainLink } from './link-state.ts';

/** Longer than any link we make: a file of the largest size allowed does not pack to more. */
export const LINK_MAX = 400_000;
const PLAN_LINE_MAX = 2_000;
const SEED_MAX = 2 ** 31 - 1;
const ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u;

/**
 * Reads an address that anybody may have made, cut or altered. Never throws; what cannot be used is left out, each with a problem,
 * and the nearest state is what remains. Whether the choices, the case and the step exist is for `fitLink` to say.
 */
export async function decodeLink(hash: string): Promise<Result<LinkState, LinkTrouble>> {
  if (hash.length > LINK_MAX) return fail({ problems: [linkProblem('too-long')], nearest: null });
  const [path = '', ...rest] = hash.replace(/^#?\/?/u, '').split('?');
  const scenarioId = idIn(path);
  if (scenarioId === null) return fail({ problems: [linkProblem('unknown-address', path)], nearest: null });
  const values = new URLSearchParams(rest.join('?'));
  if (!isKnownVersion(values.get('v'))) {
    const problem = linkProblem('newer-version', values.get('v') ?? '');
    return fail({ problems: [problem], nearest: plainLink(scenarioId) });
  }
  const draft = await decodeDraft(values.get('draft'));
  if (!draft.ok) return fail({ problems: [draft.problem], nearest: plainLink(scenarioId) });
  const problems: LinkProblem[] = [];
  const state: LinkState = {
    scenarioId,
    draft: draft.value,
    choices: choicesIn(values.getAll('c'), problems),
    caseId: caseIn(values.get('case'), problems),
    seed: wholeIn(values.get('seed'), SEED_MAX, 'seed', problems) ?? DEFAULT_SEED,
    entries: planIn(values.getAll('plan'), problems),
    cursor: wholeIn(values.get('at'), STEP_LIMIT, 'cursor', problems) ?? 0,
  };
  return problems.length === 0 ? ok(state) : fail({ problems, nearest: state });
}

function idIn(path: string): string | null {
  const [play, encoded, ...more] = path.split('/');
  if (play !== 'play' || encoded === undefined || more.length > 0) return null;
  try {
    const id = decodeURIComponent(encoded);
    return ID.test(id) ? id : null;
  } catch {
    return null;
  }
}

/** Links without a version are of the first: the bare address of a scenario. */
const isKnownVersion = (version: string | null): boolean => version === null || version === String(LINK_VERSION);

function choicesIn(texts: readonly string[], problems: LinkProblem[]): Readonly<Record<string, string>> {
  const pairs = texts.flatMap((text) => text.split(','));
  const known = pairs.slice(0, LIMITS.choices).flatMap((pair) => {
    const [choice = '', option = '', ...more] = pair.split('.');
    if (ID.test(choice) && ID.test(option) && more.length === 0) return [[choice, option] as const];
    problems.push(linkProblem('choice', pair));
    return [];
  });
  if (pairs.length > LIMITS.choices) problems.push(linkProblem('choice', pairs.slice(LIMITS.choices).join(',')));
  return Object.fromEntries(known);
}

function caseIn(text: string | null, problems: LinkProblem[]): string | null {
  if (text === null || ID.test(text)) return text;
  problems.push(linkProblem('case', text));
  return null;
}

function wholeIn(text: string | null, most: number, kind: 'seed' | 'cursor', problems: LinkProblem[]): number | null {
  if (text === null) return null;
  const value = /^\d{1,10}$/u.test(text) ? Number(text) : most + 1;
  if (value <= most) return value;
  problems.push(linkProblem(kind, text));
  return null;
}

function planIn(lines: readonly string[], problems: LinkProblem[]): readonly PlanEntry[] {
  if (lines.length > LIMITS.plan) problems.push(linkProblem('plan-too-long', String(lines.length)));
  return lines.slice(0, LIMITS.plan).flatMap((line) => {
    const entry = line.length > PLAN_LINE_MAX ? fail('') : parsePlanLine(line);
    if (entry.ok) return [entry.value];
    problems.push(linkProblem('plan', line, entry.problem));
    return [];
  });
}
