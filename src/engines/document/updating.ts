import { updateOne, type Modifier } from 'mingo/updater';
import { isList, isMap, type Json, type JsonMap } from '#sim/model/json.ts';
import type { Row } from '#sim/model/rows.ts';
import { copyOf } from './copy.ts';
import { UPDATE_OPTIONS } from './matching.ts';
import { sameValue } from './order.ts';
import { valuesAt } from './paths.ts';
import { checkTargets } from './update-checks.ts';

/** The document after an update. Throws a `MongoRefusal` or what mingo throws; the document given stays as it is. */
export function updated(document: Row, filter: JsonMap, update: JsonMap): Row {
  return apply(document, filter, without(update, '$setOnInsert'));
}

/** The document an upsert inserts: what the filter fixes by equality, then the update with `$setOnInsert`. */
export function upserted(filter: JsonMap, update: JsonMap, newId: () => string): Row {
  const { $setOnInsert: onInsert = {}, $set: set = {}, ...modifiers } = update;
  const { _id: fixedId, ...fixed } = fixedBy(filter);
  const { _id: givenId, ...fields } = { ...(isMap(onInsert) ? onInsert : {}), ...(isMap(set) ? set : {}) };
  const id = fixedId ?? givenId;
  const base = apply(id === undefined ? {} : { _id: id }, {}, { $set: fixed });
  const whole = apply(base, {}, { ...modifiers, $set: fields });
  return { _id: id ?? newId(), ...without(whole, '_id') };
}

function without(map: JsonMap, name: string): JsonMap {
  return Object.fromEntries(Object.entries(map).filter(([key]) => key !== name));
}

function apply(document: Row, filter: JsonMap, modifiers: JsonMap): Row {
  checkTargets(document, modifiers);
  const kept = rewritten(document, modifiers);
  const started = change(copyOf(document), {}, { $set: listsToStart(document, kept['$push']) });
  return change(started, filter, kept);
}

function change(document: Row, filter: JsonMap, modifiers: JsonMap): Row {
  if (Object.values(modifiers).every((fields) => isMap(fields) && Object.keys(fields).length === 0)) return document;
  const documents = [document];
  updateOne(documents, filter, copyOf(modifiers) as Modifier<Row>, { cloneMode: 'deep' }, UPDATE_OPTIONS);
  return copyOf(documents[0] ?? document);
}

/** Lists that a `$push` begins: mingo sorts and cuts only a list that is there. */
function listsToStart(document: Row, pushes: Json | undefined): JsonMap {
  const started = Object.entries(isMap(pushes) ? pushes : {}).filter(
    ([path, operand]) =>
      isMap(operand) &&
      operand['$each'] !== undefined &&
      !path.includes('$') &&
      valuesAt(document, path.split('.')).every((value) => value === undefined),
  );
  return Object.fromEntries(started.map(([path]) => [path, []]));
}

/** Leaves out what changes nothing, and says `$addToSet` as a `$push`, because mingo takes fields in any order for equal. */
function rewritten(document: Row, modifiers: JsonMap): JsonMap {
  const kept: Record<string, JsonMap> = {};
  for (const [modifier, fields] of Object.entries(modifiers)) {
    for (const [path, operand] of Object.entries(isMap(fields) ? fields : {})) {
      if (path === '_id' && document['_id'] !== undefined) continue;
      const isSet = modifier === '$addToSet' && !path.includes('$');
      const name = isSet ? '$push' : modifier;
      kept[name] = { ...kept[name], [path]: isSet ? { $each: missingFrom(document, path, operand) } : operand };
    }
  }
  return kept;
}

function missingFrom(document: Row, path: string, operand: Json): readonly Json[] {
  const wanted = isMap(operand) && isList(operand['$each']) ? operand['$each'] : [operand];
  const present = valuesAt(document, path.split('.')).flatMap((value) => (isList(value) ? value : []));
  return wanted.filter(
    (value, index) =>
      !present.some((known) => sameValue(known, value)) &&
      !wanted.slice(0, index).some((earlier) => sameValue(earlier, value)),
  );
}

/** The fields a filter fixes: `{ a: 1, b: { $eq: 2 }, $and: […] }`, not `{ c: { $gt: 3 } }`. */
function fixedBy(filter: JsonMap): JsonMap {
  const fixed: Record<string, Json> = {};
  for (const [key, value] of Object.entries(filter)) {
    if (key === '$and' && isList(value)) Object.assign(fixed, ...value.filter(isMap).map(fixedBy));
    else if (key.startsWith('$')) continue;
    else if (!isMap(value) || !Object.keys(value).some((name) => name.startsWith('$'))) fixed[key] = value;
    else if (value['$eq'] !== undefined) fixed[key] = value['$eq'];
  }
  return fixed;
}
