import type { Json } from '../../model/json.ts';
import { fail, ok, type Result } from '../../model/result.ts';

/** Rows of a table, elements of a body: more than this is no longer an example to reason about. */
export const LIST_LIMIT = 20_000;

/** Frozen lists and maps stay what they are, so their translation is kept: promises read the same rows after every commit. */
const translations = new WeakMap<object, unknown>();

/** Plain data as CEL sees it: whole numbers become integers, other numbers stay doubles. Throws a `RangeError` for a list over the limit. */
export function toCel(value: Json): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  const known = translations.get(value);
  if (known !== undefined) return known;
  const translated = Array.isArray(value) ? listToCel(value) : mapToCel(value as Readonly<Record<string, Json>>);
  if (Object.isFrozen(value)) translations.set(value, translated);
  return translated;
}

function listToCel(list: readonly Json[]): unknown[] {
  if (list.length > LIST_LIMIT) {
    throw new RangeError(
      `A list of ${String(list.length)} elements is too long; an expression takes ${String(LIST_LIMIT)}.`,
    );
  }
  const translated = new Array<unknown>(list.length);
  for (let index = 0; index < list.length; index++) translated[index] = toCel(list[index] ?? null);
  return translated;
}

function mapToCel(map: Readonly<Record<string, Json>>): Record<string, unknown> {
  const translated: Record<string, unknown> = {};
  for (const key in map) put(translated, key, toCel(map[key] ?? null));
  return translated;
}

/** Sets a key as data, whatever it is called: `__proto__` must not reach the prototype. */
export function put(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(target, key, { value, enumerable: true, configurable: true });
  else target[key] = value;
}

/** A CEL result as plain data. Refused: integers beyond what JSON keeps exactly, types, bytes, not-a-number. */
export function fromCel(value: unknown): Result<Json, string> {
  switch (typeof value) {
    case 'bigint': {
      const number = Number(value);
      return Number.isSafeInteger(number) ? ok(number) : fail(`The number ${String(value)} is too large.`);
    }
    case 'number':
      return Number.isFinite(value) ? ok(value === 0 ? 0 : value) : fail('The result is not a number.');
    case 'string':
    case 'boolean':
      return ok(value);
    case 'object':
      return objectFromCel(value);
    default:
      return fail('The result is not data.');
  }
}

function objectFromCel(value: object | null): Result<Json, string> {
  if (value === null) return ok(null);
  if (Array.isArray(value)) {
    const list: Json[] = [];
    for (const element of value as readonly unknown[]) {
      const converted = fromCel(element);
      if (!converted.ok) return converted;
      list.push(converted.value);
    }
    return ok(list);
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return fail('The result is not data.');
  const map: Record<string, Json> = {};
  for (const [key, element] of Object.entries(value)) {
    const converted = fromCel(element);
    if (!converted.ok) return converted;
    put(map, key, converted.value);
  }
  return ok(map);
}
