import { isList, isMap, type Json } from '#sim/model/json.ts';
import { compareValues } from './order.ts';

/**
 * Every value a dotted path reaches, as MongoDB's filters see it: a list on the way is entered element by element
 * or by number. `undefined` stands for a document on the way that lacks the field.
 */
export function valuesAt(value: Json | undefined, path: readonly string[]): readonly (Json | undefined)[] {
  const [name, ...rest] = path;
  if (name === undefined) return [value];
  if (isMap(value)) return valuesAt(Object.hasOwn(value, name) ? value[name] : undefined, rest);
  if (!isList(value)) return [undefined];
  const inside = value.filter(isMap).flatMap((element) => valuesAt(element, path));
  const numbered = /^\d+$/.test(name) && Number(name) < value.length ? valuesAt(value[Number(name)], rest) : [];
  return [...numbered, ...inside];
}

/** The same with every list at the end also opened once: what `$eq` and `$gte` compare with. */
export function candidatesAt(document: Json, path: string): readonly (Json | undefined)[] {
  return valuesAt(document, path.split('.')).flatMap((value) => (isList(value) ? [value, ...value] : [value]));
}

/**
 * The value a sort compares: the least element of a list going up, the greatest going down. A missing field sorts
 * as null, an empty list (`undefined` here) below it.
 */
export function sortValue(document: Json, path: string, direction: number): Json | undefined {
  const found = valuesAt(document, path.split('.')).flatMap((value): readonly (Json | undefined)[] => {
    if (!isList(value)) return [value ?? null];
    return value.length === 0 ? [undefined] : value;
  });
  return found.reduce<Json | undefined>(
    (best, value) => (compareValues(value, best) * direction < 0 ? value : best),
    found[0],
  );
}
