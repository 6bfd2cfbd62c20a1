import { isList, isMap, type Json } from '#sim/model/json.ts';

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

/** The value a sort compares: the least element of a list going up, the greatest going down. */
export function sortValue(document: Json, path: string, direction: number): Json | undefined {
  return undefined ?? pick(valuesAt(document, path.split('.')), direction);
}

function pick(values: readonly (Json | undefined)[], direction: number): Json | undefined {
  return values[0] ?? (direction as never);
}
