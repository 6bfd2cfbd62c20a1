import { isList, isMap, type Json, type JsonMap } from '../../model/json.ts';
import { compareValues, sameKind, sameValue } from './compare-values.ts';

/** Whether a value, or its absence, passes. */
type Test = (value: Json | undefined) => boolean;
type Filter = (document: JsonMap) => boolean;

/** An operator that documents know and promises do not; the message is one sentence. */
export class UnknownOperator extends Error {}

/**
 * A MongoDB-style filter over plain documents: equality, `$eq $ne $gt $gte $lt $lte $in $nin $exists $size $all
 * $elemMatch $not` on a path, `$and $or $nor` over filters. A list passes when one of its elements does. Throws an
 * `UnknownOperator` for any other.
 */
export function compileFilter(filter: JsonMap): Filter {
  const parts = Object.entries(filter).map(([key, wanted]): Filter => {
    if (key === '$and' || key === '$or' || key === '$nor') return branches(key, wanted);
    if (key.startsWith('$')) throw unknown(key);
    const path = key.split('.');
    const test = compileTest(wanted);
    return (document) => test(document, path);
  });
  return (document) => parts.every((part) => part(document));
}

function branches(key: '$and' | '$or' | '$nor', wanted: Json): Filter {
  const filters = (isList(wanted) ? wanted : []).map((one) => compileFilter(isMap(one) ? one : {}));
  return (document) => {
    if (key === '$and') return filters.every((filter) => filter(document));
    return filters.some((filter) => filter(document)) === (key === '$or');
  };
}

function compileTest(wanted: Json): (document: JsonMap, path: readonly string[]) => boolean {
  if (!isOperators(wanted)) return overValues('$eq', wanted);
  const tests = Object.entries(wanted).map(([operator, operand]) => overValues(operator, operand));
  return (document, path) => tests.every((test) => test(document, path));
}

const isOperators = (wanted: Json): wanted is JsonMap =>
  isMap(wanted) && Object.keys(wanted).some((key) => key.startsWith('$'));

function overValues(operator: string, operand: Json): (document: JsonMap, path: readonly string[]) => boolean {
  if (operator === '$ne') return negated(overValues('$eq', operand));
  if (operator === '$nin') return negated(overValues('$in', operand));
  if (operator === '$not') return negated(compileTest(operand));
  if (operator === '$exists' && (operand === false || operand === 0)) return negated(overValues('$exists', true));
  const whole = wholeValueTest(operator, operand);
  if (whole !== null) return (document, path) => valuesAt(document, path).some(whole);
  const test = elementTest(operator, operand);
  return (document, path) =>
    valuesAt(document, path).some((value) => test(value) || (isList(value) && value.some((element) => test(element))));
}

const negated =
  (test: (document: JsonMap, path: readonly string[]) => boolean) =>
  (document: JsonMap, path: readonly string[]): boolean =>
    !test(document, path);

/** Operators that look at a list as a list. */
function wholeValueTest(operator: string, operand: Json): Test | null {
  switch (operator) {
    case '$exists':
      return (value) => value !== undefined;
    case '$size':
      return (value) => isList(value) && value.length === operand;
    case '$all':
      return (value) => isList(operand) && operand.every((one) => listOf(value).some((other) => sameValue(one, other)));
    case '$elemMatch':
      return elementsTest(isMap(operand) ? operand : {});
    default:
      return null;
  }
}

/** Operators look at an element itself, a filter only at elements that are maps. */
function elementsTest(operand: JsonMap): Test {
  const ofItself = isOperators(operand);
  const filter = compileFilter(ofItself ? { element: operand } : operand);
  const passes = (element: Json): boolean => (ofItself ? filter({ element }) : isMap(element) && filter(element));
  return (value) => isList(value) && value.some(passes);
}

function elementTest(operator: string, operand: Json): Test {
  switch (operator) {
    case '$eq':
      return (value) => sameValue(value ?? null, operand);
    case '$in':
      return (value) => isList(operand) && operand.some((one) => sameValue(value ?? null, one));
    case '$gt':
      return compared(operand, (order) => order > 0);
    case '$gte':
      return compared(operand, (order) => order >= 0);
    case '$lt':
      return compared(operand, (order) => order < 0);
    case '$lte':
      return compared(operand, (order) => order <= 0);
    default:
      throw unknown(operator);
  }
}

/** Values of different kinds are neither greater nor less. */
const compared =
  (operand: Json, passes: (order: number) => boolean): Test =>
  (value) =>
    value !== undefined && sameKind(value, operand) && passes(compareValues(value, operand));

/** What stands at a path: one value, or one per element where the path goes through a list. */
function valuesAt(value: Json | undefined, path: readonly string[]): readonly (Json | undefined)[] {
  const [key, ...rest] = path;
  if (key === undefined) return [value];
  if (isMap(value)) return valuesAt(Object.hasOwn(value, key) ? value[key] : undefined, rest);
  if (!isList(value)) return [undefined];
  const byPlace = /^\d+$/.test(key) ? valuesAt(value[Number(key)], rest) : [];
  return [...byPlace, ...value.filter(isMap).flatMap((map) => valuesAt(map, path))];
}

const listOf = (value: Json | undefined): readonly Json[] =>
  isList(value) ? value : value === undefined ? [] : [value];

const unknown = (operator: string): UnknownOperator =>
  new UnknownOperator(`A promise cannot filter by \`${operator}\`.`);
