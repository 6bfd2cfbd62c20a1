import { isList, isMap, type Json } from '#sim/model/json.ts';
import { fail, ok, type Result } from '#sim/model/result.ts';
import type { Draft } from '#sim/scenario/draft.ts';
import { LIMITS } from '#sim/scenario/limits.ts';
import { type LinkProblem, linkProblem } from './link-state.ts';
import { unpack } from './packing.ts';

/** The scenario file inside a link; null when there is none. What its keys mean is for `resolveScenario` to say. */
export async function decodeDraft(packed: string | null): Promise<Result<Draft | null, LinkProblem>> {
  if (packed === null) return ok(null);
  const text = await unpack(packed);
  if (!text.ok) return fail(linkProblem(text.problem === 'too-large' ? 'draft-too-large' : 'draft'));
  const draft = draftIn(text.value);
  return draft === null ? fail(linkProblem('draft')) : ok(draft);
}

function draftIn(text: string): Draft | null {
  const value = read(text);
  if (!isMap(value)) return null;
  const { format, id, layers } = value;
  if (format !== 1 || typeof id !== 'string' || !isList(layers)) return null;
  const maps = layers.filter(isMap);
  if (maps.length !== layers.length || maps.length === 0 || maps.length > LIMITS.bases + 1) return null;
  return { format, id, layers: maps };
}

function read(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
