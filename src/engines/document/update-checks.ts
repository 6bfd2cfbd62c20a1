import { isList, isMap, type Json, type JsonMap } from '#sim/model/json.ts';
import type { Row } from '#sim/model/rows.ts';
import { rank, sameValue } from './order.ts';
import { MongoRefusal } from './mongo-refusal.ts';

const NUMERIC: ReadonlySet<string> = new Set(['$inc', '$mul']);
const LISTS: ReadonlySet<string> = new Set(['$push', '$addToSet', '$pull', '$pullAll', '$pop']);
const MAKES_FIELDS: ReadonlySet<string> = new Set([
  '$set',
  '$setOnInsert',
  '$inc',
  '$mul',
  '$min',
  '$max',
  '$push',
  '$addToSet',
]);
const TYPE_NAMES = ['missing', 'null', 'number', 'string', 'object', 'array', '', '', 'bool'] as const;

/** Refuses what MongoDB refuses about one document and mingo lets pass: wrong types and paths that lead nowhere. */
export function checkTargets(document: Row, update: JsonMap): void {
  for (const [modifier, fields] of Object.entries(update)) {
    for (const [path, operand] of Object.entries(isMap(fields) ? fields : {})) {
      checkPath(path);
      if (path === '_id' || path.startsWith('_id.')) checkId(document, modifier, path, operand);
      if (NUMERIC.has(modifier) && typeof operand !== 'number') {
        throw new MongoRefusal(
          14,
          `Cannot ${modifier === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path}: ${JSON.stringify(operand)}}`,
        );
      }
      walk(document, path.split('.'), { document, modifier, path });
    }
  }
}

interface Target {
  readonly document: Row;
  readonly modifier: string;
  readonly path: string;
}

function checkPath(path: string): void {
  if (path === '' || path.split('.').some((part) => part === '' || part === '__proto__' || part === 'constructor')) {
    throw new MongoRefusal(28, `The update path '${path}' contains an empty or forbidden field name`);
  }
}

/** The key of a document is written once; setting it to what it is changes nothing. */
function checkId(document: Row, modifier: string, path: string, operand: Json): void {
  const isSame =
    path === '_id' && (modifier === '$set' || modifier === '$setOnInsert') && sameValue(operand, document['_id']);
  if (!isSame)
    throw new MongoRefusal(66, `Performing an update on the path '${path}' would modify the immutable field '_id'`);
}

function walk(value: Json | undefined, [name, ...rest]: readonly string[], target: Target): void {
  if (name === undefined) {
    checkEnd(value, target);
    return;
  }
  if (value === undefined) return;
  if (isMap(value)) walk(value[name], rest, target);
  else if (isList(value) && name.startsWith('$'))
    value.forEach((element) => {
      walk(element, rest, target);
    });
  else if (isList(value) && /^\d+$/.test(name)) walk(value[Number(name)], rest, target);
  else if (MAKES_FIELDS.has(target.modifier)) {
    throw new MongoRefusal(
      28,
      `Cannot create field '${name}' in element {${target.path.split('.').at(-2 - rest.length) ?? ''}: ${JSON.stringify(value)}}`,
    );
  }
}

function checkEnd(value: Json | undefined, { document, modifier, path }: Target): void {
  if (value === undefined) return;
  const where = `{_id: ${JSON.stringify(document['_id'] ?? null)}}`;
  const type = TYPE_NAMES[rank(value)] ?? '';
  if (NUMERIC.has(modifier) && typeof value !== 'number') {
    throw new MongoRefusal(
      14,
      `Cannot apply ${modifier} to a value of non-numeric type. ${where} has the field '${path}' of non-numeric type ${type}`,
    );
  }
  if (LISTS.has(modifier) && !isList(value)) {
    throw new MongoRefusal(2, `The field '${path}' must be an array but is of type ${type} in document ${where}`);
  }
}
