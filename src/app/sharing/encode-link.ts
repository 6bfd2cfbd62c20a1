import type { Draft } from '#sim/scenario/draft.ts';
import { printPlanEntry } from '#sim/scenario/plan-line.ts';
import { DEFAULT_SEED } from '#sim/scenario/run-spec.ts';
import type { LinkState } from './link-state.ts';
import { pack } from './packing.ts';

/** The version of the link's own grammar. Old ones are read for ever. */
export const LINK_VERSION = 1;

const packedDrafts = new WeakMap<Draft, Promise<string>>();

/**
 * The address of a run, from `#`: `#/play/outbox?v=1&c=publishing.outbox&plan=crash@tx.after_commit:order%231&at=9`. What is as the
 * scenario has it is left out; an edited scenario travels inside.
 */
export async function encodeLink(state: LinkState): Promise<string> {
  const { draft } = state;
  const pieces = [...runPieces(state), ...(draft === null ? [] : [`draft=${await packDraft(draft)}`])];
  const path = `#/play/${encodeURIComponent(state.scenarioId)}`;
  return pieces.length === 0 ? path : `${path}?v=${String(LINK_VERSION)}&${pieces.join('&')}`;
}

function runPieces({ choices, caseId, seed, entries, cursor }: LinkState): readonly string[] {
  const chosen = Object.entries(choices).map(([choice, option]) => `${readable(choice)}.${readable(option)}`);
  return [
    ...(chosen.length === 0 ? [] : [`c=${chosen.join(',')}`]),
    ...(caseId === null ? [] : [`case=${readable(caseId)}`]),
    ...(seed === DEFAULT_SEED ? [] : [`seed=${String(seed)}`]),
    ...entries.map((entry) => `plan=${readable(printPlanEntry(entry))}`),
    ...(cursor === 0 ? [] : [`at=${String(cursor)}`]),
  ];
}

/** Encoded for an address, but for the signs that every program leaves alone in one. */
const readable = (text: string): string => encodeURIComponent(text).replace(/%(40|3A|2F)/gu, decodeURIComponent);

function packDraft(draft: Draft): Promise<string> {
  const known = packedDrafts.get(draft);
  if (known !== undefined) return known;
  const packed = pack(JSON.stringify(draft));
  packedDrafts.set(draft, packed);
  return packed;
}
