import { isList, isMap, type Json, type JsonMap } from '../model/json.ts';
import { isInherited, own } from './own.ts';
import type { Places } from './place.ts';

export type Chosen = Readonly<Record<string, string>>;

/** `{ choose: publishing, outbox: …, otherwise: … }`: a value that depends on a choice. */
export function isChoose(value: Json | undefined): value is JsonMap & { readonly choose: string } {
  return isMap(value) && typeof own(value, 'choose') === 'string';
}

/** The key of the branch in force, or null when the value is the option's own id. */
function branchOf(value: JsonMap, option: string): string | null | undefined {
  const listed = Object.keys(value).filter((key) => key !== 'choose');
  if (listed.length === 0) return null;
  return listed.includes(option) ? option : listed.includes('otherwise') ? 'otherwise' : undefined;
}

/**
 * A layer with one option of every choice in force: no `choose` is left. An option not listed leaves the key out; in a list, a
 * picked list is spliced in. Parts without a `choose` stay the very same objects.
 */
export function pickOptions(layer: JsonMap, chosen: Chosen, places: Places | null): JsonMap {
  return pickInMap(layer, { chosen, places, done: new WeakMap() });
}

interface Picking {
  readonly chosen: Chosen;
  readonly places: Places | null;
  /** What became of each map and list; an aliased one is picked once. */
  readonly done: WeakMap<object, Json>;
}

interface Picked {
  readonly value: Json | undefined;
  /** Where the picked value was written. */
  readonly holder: object;
  readonly key: string | number;
}

function pickValue(holder: object, key: string | number, value: Json, picking: Picking): Picked {
  if (isChoose(value)) {
    const option = own(picking.chosen, value.choose);
    const branch = option === undefined ? undefined : branchOf(value, option);
    if (option === undefined || branch === undefined) return { value: undefined, holder, key };
    if (branch === null) return { value: option, holder: value, key: 'choose' };
    return pickValue(value, branch, own(value, branch) ?? null, picking);
  }
  if (isMap(value)) return { value: pickInMap(value, picking), holder, key };
  if (isList(value)) return { value: pickInList(value, picking), holder, key };
  return { value, holder, key };
}

function pickInMap(map: JsonMap, picking: Picking): JsonMap {
  const known = picking.done.get(map);
  if (known !== undefined) return known as JsonMap;
  const entries = Object.entries(map).map(([key, value]) => ({
    key,
    before: value,
    ...pickKeyed(map, key, value, picking),
  }));
  if (entries.every(({ before, value }) => before === value)) {
    picking.done.set(map, map);
    return map;
  }
  const result: Record<string, Json> = {};
  for (const { key, value, from, fromKey } of entries) {
    if (value === undefined || isInherited(key)) continue;
    result[key] = value;
    keep(picking.places, { map, key }, { from, fromKey }, result, key);
  }
  picking.done.set(map, result);
  return result;
}

const pickKeyed = (map: JsonMap, key: string, value: Json, picking: Picking) => {
  const picked = pickValue(map, key, value, picking);
  return { value: picked.value, from: picked.holder, fromKey: picked.key };
};

function pickInList(list: readonly Json[], picking: Picking): readonly Json[] {
  const known = picking.done.get(list);
  if (known !== undefined) return known as readonly Json[];
  const result: Json[] = [];
  for (const [index, item] of list.entries()) {
    const picked = pickValue(list, index, item, picking);
    if (picked.value === undefined) continue;
    if (isChoose(item) && isList(picked.value)) {
      for (const [inner, spliced] of picked.value.entries()) {
        picking.places?.carry(picked.value, inner, result, result.length);
        result.push(spliced);
      }
    } else {
      picking.places?.carry(picked.holder, picked.key, result, result.length);
      result.push(picked.value);
    }
  }
  const same = result.length === list.length && result.every((item, index) => item === list[index]);
  picking.done.set(list, same ? list : result);
  return same ? list : result;
}

/** The key stays where it was; the value is where the picked branch stands. */
function keep(
  places: Places | null,
  at: { readonly map: object; readonly key: string },
  picked: { readonly from: object; readonly fromKey: string | number },
  to: object,
  toKey: string,
): void {
  const key = places?.of(at.map, at.key);
  const value = places?.of(picked.from, picked.fromKey);
  if (places && key && value) {
    const sameFile = key.source === value.source;
    places.put(to, toKey, { ...value, key: sameFile ? key.key : value.key });
  }
}

/** Lays one map over another: maps merge key by key, everything else replaces. `null` stays until `withoutNulls`. */
export function lay(under: JsonMap, over: JsonMap, places: Places | null): JsonMap {
  const known = places?.laid.get(under)?.get(over);
  if (known !== undefined) return known as JsonMap;
  const result = laidOver(under, over, places);
  if (places !== null) {
    const byOver = places.laid.get(under) ?? new WeakMap<object, object>();
    places.laid.set(under, byOver.set(over, result));
  }
  return result;
}

function laidOver(under: JsonMap, over: JsonMap, places: Places | null): JsonMap {
  const result: Record<string, Json> = {};
  for (const [key, value] of Object.entries(under)) {
    const laid = own(over, key);
    result[key] = laid === undefined ? value : isMap(value) && isMap(laid) ? lay(value, laid, places) : laid;
    places?.carry(laid === undefined ? under : over, key, result, key);
  }
  for (const [key, value] of Object.entries(over)) {
    if (Object.hasOwn(under, key) || isInherited(key)) continue;
    result[key] = value;
    places?.carry(over, key, result, key);
  }
  return result;
}

/** Removes what a layer set to `null`, in maps only: a list replaced as a whole keeps the nulls it holds. */
export function withoutNulls(map: JsonMap, places: Places | null): JsonMap {
  const known = places?.cleaned.get(map);
  if (known !== undefined) return known as JsonMap;
  const result = cleaned(map, places);
  places?.cleaned.set(map, result);
  return result;
}

function cleaned(map: JsonMap, places: Places | null): JsonMap {
  const entries = Object.entries(map).map(
    ([key, value]) => [key, isMap(value) ? withoutNulls(value, places) : value] as const,
  );
  if (entries.every(([key, value]) => value !== null && value === map[key])) return map;
  const result: Record<string, Json> = {};
  for (const [key, value] of entries) {
    if (value === null) continue;
    result[key] = value;
    places?.carry(map, key, result, key);
  }
  return result;
}
