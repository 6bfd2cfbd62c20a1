import type { Json, JsonMap } from '../model/json.ts';

/** The value under a key that is really the map's own: `constructor` from a stranger's file finds nothing. */
export function own<Value>(map: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

const INHERITED = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

/** Names that every JavaScript object already answers to; no key of a file may be one. */
export function isInherited(key: string): boolean {
  return INHERITED.has(key);
}

/** A map filled key by key, in order. */
export function mapOf(entries: Iterable<readonly [string, Json]>): JsonMap {
  return Object.fromEntries(entries);
}
