import { isMap, type Json, type JsonMap } from '../model/json.ts';
import { isInherited, own } from './own.ts';
import type { Places } from './place.ts';

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
