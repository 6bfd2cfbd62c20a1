import { isList, type Json } from '#sim/model/json.ts';
import { fraction, wholeNumber } from '../sql/sql-values.ts';
import { type NestedText, readArray } from './record-text.ts';

const BOOL = 16;
const INT8 = 20;
const NUMERIC = 1700;
const JSON_TYPES: ReadonlySet<number> = new Set([114, 3802]);
const SMALL_NUMBERS: ReadonlySet<number> = new Set([21, 23, 26, 700, 701]);

/** Array type → type of its elements, for the types of PostgreSQL's core that scenarios use. */
const ELEMENTS: ReadonlyMap<number, number> = new Map([
  [1000, BOOL],
  [1005, 21],
  [1007, 23],
  [1016, INT8],
  [1021, 700],
  [1022, 701],
  [1231, NUMERIC],
  [199, 114],
  [3807, 3802],
  [1009, 25],
  [1015, 1043],
  [1014, 1042],
  [1001, 17],
  [1115, 1114],
  [1182, 1082],
  [1185, 1184],
  [2951, 2950],
]);

/**
 * A value as PostgreSQL prints it, as JSON has it. Whole numbers and decimals stay numbers while they are exact and
 * become their digits as text beyond; dates, bytes (`\x…`) and all other types stay the text that the engine prints.
 */
export function fromPostgres(text: string | null, type: number): Json {
  if (text === null) return null;
  if (type === BOOL) return text === 't';
  if (SMALL_NUMBERS.has(type)) return fraction(Number(text));
  if (type === INT8) return wholeNumber(text);
  if (type === NUMERIC) return decimal(text);
  if (JSON_TYPES.has(type)) return JSON.parse(text) as Json;
  const element = ELEMENTS.get(type);
  return element === undefined ? text : readArray(text).map((item) => fromNested(item, element));
}

function fromNested(item: NestedText, type: number): Json {
  return typeof item === 'string' || item === null
    ? fromPostgres(item, type)
    : item.map((inner) => fromNested(inner, type));
}

/** Fifteen digits always survive as a JavaScript number. */
function decimal(text: string): number | string {
  const digits = text.replace(/\D/g, '').replace(/^0+/, '').length;
  const value = Number(text);
  return digits <= 15 && Number.isFinite(value) ? value : text;
}

/**
 * A value as PostgreSQL reads it for a parameter of that type. Text for a `json` parameter is JSON text, as a literal
 * in its place would be; lists are arrays where an array is wanted, and JSON elsewhere.
 */
export function toPostgres(value: Json, type: number): string | null {
  if (value === null) return null;
  if (typeof value === 'string') return value;
  const element = ELEMENTS.get(type);
  if (isList(value) && element !== undefined) return arrayText(value, element);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function arrayText(items: readonly Json[], element: number): string {
  const printed = items.map((item) => {
    if (isList(item)) return arrayText(item, element);
    const text = toPostgres(item, element);
    return text === null ? 'NULL' : `"${text.replace(/["\\]/g, '\\$&')}"`;
  });
  return `{${printed.join(',')}}`;
}
