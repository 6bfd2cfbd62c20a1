import { isList, isMap, type Json, type JsonMap } from '../model/json.ts';
import { PickMemo } from './pick-memo.ts';
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
  const memo = places?.picks ?? new PickMemo();
  return pickWhole(layer, { chosen, places, memo }) as JsonMap;
}

interface Picking {
  readonly chosen: Chosen;
  readonly places: Places | null;
  readonly memo: PickMemo;
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
  return { value: isMap(value) || isList(value) ? pickWhole(value, picking) : value, holder, key };
}

/** A map or list without a `choose` is itself; one with some is picked once for each combination it depends on. */
function pickWhole(value: JsonMap | readonly Json[], picking: Picking): Json {
  const { memo, chosen } = picking;
  if (memo.choicesIn(value).length === 0) return value;
  return memo.picked(value, chosen, () => (isMap(value) ? pickInMap(value, picking) : pickInList(value, picking)));
}

function pickInMap(map: JsonMap, picking: Picking): JsonMap {
  const result: Record<string, Json> = {};
  for (const [key, value] of Object.entries(map)) {
    const picked = pickValue(map, key, value, picking);
    if (picked.value === undefined || isInherited(key)) continue;
    result[key] = picked.value;
    keep(picking.places, { map, key }, picked, result);
  }
  return result;
}

function pickInList(list: readonly Json[], picking: Picking): readonly Json[] {
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
  return result;
}

/** The key stays where it was; the value is where the picked branch stands. */
function keep(
  places: Places | null,
  at: { readonly map: object; readonly key: string },
  picked: Picked,
  to: object,
): void {
  const key = places?.of(at.map, at.key);
  const value = places?.of(picked.holder, picked.key);
  if (places && key && value)
    places.put(to, at.key, { ...value, key: key.source === value.source ? key.key : value.key });
}
