import type { Json } from '../model/json.ts';
import type { Draft } from './draft.ts';
import { LIMITS } from './limits.ts';
import { isInherited } from './own.ts';
import type { Path } from './place.ts';
import { type Problem, problem } from './problem.ts';

/** Why a draft from a link or a store cannot be read at all, or null: no layers, too many values, too deep, a forbidden name. */
export function plainJsonProblem(draft: Draft): Problem | null {
  const { id, layers }: { readonly id: unknown; readonly layers: unknown } = draft;
  if (typeof id !== 'string') return problem('value-type', '`id` wants a text.', ['id']);
  if (!Array.isArray(layers) || layers.length === 0 || layers.length > LIMITS.bases + 1) {
    return problem('value-type', '`layers` wants a list of maps.', ['layers']);
  }
  if (!layers.every((layer) => typeof layer === 'object' && layer !== null && !Array.isArray(layer))) {
    return problem('value-type', '`layers` wants a list of maps.', ['layers']);
  }
  return walk(draft.layers, [], { left: LIMITS.values * 2 });
}

function walk(value: Json, path: Path, count: { left: number }): Problem | null {
  count.left -= 1;
  if (count.left < 0) return problem('too-large', `This scenario holds more than ${String(LIMITS.values)} values.`, []);
  if (typeof value !== 'object' || value === null) return null;
  if (path.length > LIMITS.depth + 2) return problem('too-large', 'This scenario nests too deeply.', []);
  for (const [key, inner] of Object.entries(value)) {
    if (isInherited(key)) return problem('key-unknown', `\`${key}\` cannot be used as a name.`, path);
    const found = walk(inner, [...path, key], count);
    if (found !== null) return found;
  }
  return null;
}
