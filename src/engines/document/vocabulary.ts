import { isList, isMap, type Json, type JsonMap } from '#sim/model/json.ts';
import { MongoRefusal } from './mongo-refusal.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' ').map((word) => `$${word}`));

const QUERY = words(
  'and or nor not eq ne gt gte lt lte in nin exists type elemMatch size all regex options mod expr comment',
);
const UPDATE = words('set unset inc mul min max rename setOnInsert push addToSet pull pullAll pop');
const UPDATE_DETAILS = words('each position slice sort');
const PIPELINE = words(
  'match project group sort limit skip unwind addFields set unset count replaceRoot replaceWith sortByCount facet',
);
const EXPRESSION = words(
  'abs add ceil divide floor mod multiply pow round subtract sum avg min max first last push addToSet count mergeObjects ' +
    'and or not cmp eq ne gt gte lt lte cond ifNull switch concat toUpper toLower toString toInt split substrCP strLenCP ' +
    'arrayElemAt concatArrays filter map in indexOfArray isArray range reduce reverseArray size slice sortArray ' +
    'arrayToObject objectToArray literal let setUnion setIntersection setDifference setIsSubset type isNumber',
);
const CLOCK = /^\$\$(NOW|CLUSTER_TIME|USER_ROLES)\b/;

/** A pattern without groups, back references or many repeats cannot take for ever. */
const PATTERN_LENGTH = 64;

/** Refuses a filter with an operator that this store does not know, or that reads a clock, rolls dice or runs code. */
export function checkFilter(filter: JsonMap): void {
  for (const [key, value] of Object.entries(filter)) {
    if (key === '$expr') checkWords(value, EXPRESSION);
    else {
      if (key.startsWith('$') && !QUERY.has(key)) throw new MongoRefusal(2, `unknown operator: ${key}`);
      if (key === '$regex') checkPattern(value);
      checkFilterValue(value);
    }
  }
}

function checkFilterValue(value: Json): void {
  if (isMap(value)) checkFilter(value);
  else if (isList(value)) value.forEach(checkFilterValue);
}

/** Refuses an update that is no update: a plain document, or an unknown modifier. */
export function checkUpdate(update: JsonMap): void {
  for (const [modifier, fields] of Object.entries(update)) {
    if (!modifier.startsWith('$'))
      throw new MongoRefusal(9, 'the update operation document must contain atomic operators');
    if (!UPDATE.has(modifier)) throw new MongoRefusal(9, `Unknown modifier: ${modifier}`);
    if (!isMap(fields))
      throw new MongoRefusal(9, `Modifiers operate on fields but we found type ${typeof fields} instead`);
    if (modifier === '$pull') Object.values(fields).forEach(checkFilterValue);
    else Object.values(fields).forEach((value) => checkUpdateValue(value));
  }
}

function checkUpdateValue(value: Json): void {
  if (!isMap(value)) return;
  const unknown = Object.keys(value).find((key) => key.startsWith('$') && !UPDATE_DETAILS.has(key));
  if (unknown !== undefined)
    throw new MongoRefusal(9, `The dollar prefixed field '${unknown}' is not valid for storage`);
}

export function checkPipeline(pipeline: readonly JsonMap[]): void {
  for (const stage of pipeline) {
    const [name] = Object.keys(stage);
    if (name === undefined || !PIPELINE.has(name))
      throw new MongoRefusal(2, `Unrecognized pipeline stage name: '${name ?? ''}'`);
    if (name === '$match' && isMap(stage[name])) checkFilter(stage[name]);
    else checkWords(stage[name] ?? null, new Set([...EXPRESSION, ...PIPELINE, ...QUERY]));
  }
}

function checkWords(value: Json, known: ReadonlySet<string>): void {
  if (typeof value === 'string' && CLOCK.test(value))
    throw new MongoRefusal(115, `${value} would answer differently in every run`);
  if (isList(value))
    value.forEach((item) => {
      checkWords(item, known);
    });
  if (!isMap(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key.startsWith('$') && !known.has(key)) throw new MongoRefusal(2, `Unrecognized expression '${key}'`);
    if (key === '$regex') checkPattern(inner);
    checkWords(inner, known);
  }
}

function checkPattern(pattern: Json): void {
  const isSafe =
    typeof pattern === 'string' &&
    pattern.length <= PATTERN_LENGTH &&
    !/[(){}|]|\\\d/.test(pattern.replace(/\\\D/g, '')) &&
    (pattern.match(/[*+?]/g) ?? []).length <= 2;
  if (!isSafe)
    throw new MongoRefusal(115, 'patterns here have no groups, at most two repeats and at most 64 characters');
}
