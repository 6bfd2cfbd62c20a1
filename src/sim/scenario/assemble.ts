import { isMap, type Json, type JsonMap } from '../model/json.ts';
import type { Draft, Pick } from './draft.ts';
import { type Chosen, pickOptions } from './choose.ts';
import { lay, withoutNulls } from './layers.ts';
import { own } from './own.ts';
import type { Places } from './place.ts';
import { type Problem, problem } from './problem.ts';

/** A draft with one option of every choice in force, its layers laid and the case over them. Still plain JSON. */
export interface Assembled {
  readonly map: JsonMap;
  readonly chosen: Chosen;
  readonly problems: readonly Problem[];
}

const EMPTY: JsonMap = {};

/** Choices first, in each layer; then the layers merge; then the case, which inherits all but `expect` and `breaks`. */
export function assemble(draft: Draft, pick: Pick, places: Places | null): Assembled {
  const problems: Problem[] = [];
  const bare = (key: string) =>
    draft.layers.reduce<JsonMap>((under, layer) => lay(under, mapAt(layer, key), null), EMPTY);
  const choices = bare('choices');
  const caseMap = pick.caseId === null ? EMPTY : mapAt(bare('cases'), pick.caseId);
  if (pick.caseId !== null && own(bare('cases'), pick.caseId) === undefined) {
    problems.push(problem('target-unknown', `There is no \`${pick.caseId}\`.`, ['cases']));
  }
  const chosen = chooseAll(choices, { ...textsOf(mapAt(caseMap, 'choices')), ...pick.choices }, problems);
  const [first = EMPTY, ...rest] = draft.layers.map((layer) => pickOptions(layer, chosen, places));
  const merged = rest.reduce<JsonMap>((under, over) => lay(under, over, places), first);
  return { map: withCase(merged, pick.caseId, places), chosen, problems };
}

export function mapAt(map: JsonMap, key: string): JsonMap {
  const value = own(map, key);
  return isMap(value) ? value : EMPTY;
}

function textsOf(map: JsonMap): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(map).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  );
}

function chooseAll(choices: JsonMap, wanted: Readonly<Record<string, string>>, problems: Problem[]): Chosen {
  const chosen: Record<string, string> = {};
  for (const id of Object.keys(choices)) {
    const choice = mapAt(choices, id);
    const options = Object.keys(mapAt(choice, 'options'));
    const byDefault = own(choice, 'default');
    const option = own(wanted, id) ?? (typeof byDefault === 'string' ? byDefault : options[0]);
    if (option === undefined) continue;
    if (!options.includes(option) && Object.hasOwn(wanted, id)) {
      problems.push(
        problem('option-unknown', `\`${option}\` is not an option of \`${id}\`.`, ['choices', id, 'options']),
      );
    }
    chosen[id] = option;
  }
  for (const id of Object.keys(wanted)) {
    if (!Object.hasOwn(choices, id))
      problems.push(problem('choice-unknown', `There is no choice \`${id}\`.`, ['choices']));
  }
  return chosen;
}

/** Keys of a case that speak about the case and are not laid over the scenario. */
const ABOUT_THE_CASE = new Set(['says', 'choices']);

function withCase(merged: JsonMap, caseId: string | null, places: Places | null): JsonMap {
  if (caseId === null) return stripped(merged, places);
  const overlay = without(mapAt(mapAt(merged, 'cases'), caseId), ABOUT_THE_CASE, places);
  const inherited = without(merged, new Set(['expect', 'breaks']), places);
  return stripped(lay(inherited, overlay, places), places);
}

/** Nulls go, except in the layers still to be laid: cases and versions. */
function stripped(map: JsonMap, places: Places | null): JsonMap {
  const cases = own(map, 'cases');
  const clean = withoutNulls(without(map, new Set(['cases', 'services']), places), places);
  const result: Record<string, JsonMap[string]> = { ...clean };
  for (const key of Object.keys(clean)) places?.carry(clean, key, result, key);
  const services = own(map, 'services');
  if (services !== undefined && services !== null) result['services'] = services;
  if (cases !== undefined && cases !== null) result['cases'] = cases;
  for (const key of ['services', 'cases']) places?.carry(map, key, result, key);
  return result;
}

function without(map: JsonMap, keys: ReadonlySet<string>, places: Places | null): JsonMap {
  const result: Record<string, JsonMap[string]> = {};
  for (const [key, value] of Object.entries(map)) {
    if (keys.has(key)) continue;
    result[key] = value;
    places?.carry(map, key, result, key);
  }
  return result;
}

/**
 * A service as version `id` has it: the service as written, with the versions it builds on laid over it one after the other.
 * `v1` is the service as written. Null when there is no such version or `after` goes in a circle.
 */
export function versionOf(service: JsonMap, id: string, places: Places | null): JsonMap | null {
  if (places === null) return completed(service, id, null);
  const byId = places.versions.get(service) ?? new Map<string, JsonMap | null>();
  places.versions.set(service, byId);
  const known = byId.get(id);
  if (known !== undefined) return known as JsonMap | null;
  const complete = completed(service, id, places);
  byId.set(id, complete);
  return complete;
}

function completed(service: JsonMap, id: string, places: Places | null): JsonMap | null {
  const versions = mapAt(service, 'versions');
  const chain: JsonMap[] = [];
  for (let at: string | null = id; at !== null && at !== 'v1';) {
    const layer: Json | undefined = own(versions, at);
    if (!isMap(layer) || chain.includes(layer)) return null;
    chain.unshift(layer);
    const after: Json | undefined = own(layer, 'after');
    at = typeof after === 'string' ? after : null;
  }
  const written = without(service, new Set(['versions']), places);
  const laid = chain.reduce((under, layer) => lay(under, without(layer, new Set(['after']), places), places), written);
  return withoutNulls(laid, places);
}
