import type { JsonMap } from '../model/json.ts';

/** The value under a key that is really the map's own: `constructor` from a stranger's file finds nothing. */
export function own<Value>(map: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

/** A map without some of its keys. */
export function without(map: JsonMap, ...keys: readonly string[]): JsonMap {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !keys.includes(key)));
}

const INHERITED = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

/** Names that every JavaScript object already answers to; no key of a file may be one. */
export function isInherited(key: string): boolean {
  return INHERITED.has(key);
}
