import { fail, ok, type Result } from '#sim/model/result.ts';
import type { Diagnostic } from '#sim/scenario/diagnostic.ts';
import { LIMITS } from '#sim/scenario/limits.ts';
import { readOwnFile } from '../catalogue/own-file.ts';
import { encodeLink } from '../sharing/encode-link.ts';
import { plainLink } from '../sharing/link-state.ts';
import { linkInFile } from '../sharing/run-file.ts';

export type FileTrouble =
  | { readonly kind: 'too-large'; readonly name: string }
  | { readonly kind: 'unreadable'; readonly name: string }
  | { readonly kind: 'invalid'; readonly name: string; readonly findings: readonly Diagnostic[] };

/** A run's file is a link in a box, and a link may be longer than a scenario. */
const FILE_MAX = 2 * LIMITS.bytes;

/** The address under which a file can be played: of the scenario in it, or of the run that was saved in it. */
export async function openFile(file: File): Promise<Result<string, FileTrouble>> {
  const { name } = file;
  if (file.size > FILE_MAX) return fail({ kind: 'too-large', name });
  const text = await textOf(file);
  if (text === null) return fail({ kind: 'unreadable', name });
  const link = linkInFile(text);
  if (link !== null) return ok(link);
  const draft = readOwnFile(name, text);
  if (!draft.ok) return fail({ kind: 'invalid', name, findings: draft.problem });
  return ok(await encodeLink(plainLink(draft.value.id, draft.value)));
}

async function textOf(file: File): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return null;
  }
}
