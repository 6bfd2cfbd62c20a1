import { Aggregator } from 'mingo/aggregator';
import type { DocumentOperation, Executed } from '#sim/kernel/engine-port.ts';
import { unreachable } from '#sim/model/invariant.ts';
import type { JsonMap } from '#sim/model/json.ts';
import type { Row, RowChange } from '#sim/model/rows.ts';
import { printKey } from '../sql/sql-values.ts';
import { copyOf } from './copy.ts';
import type { Documents } from './documents.ts';
import { matcher, PIPELINE_OPTIONS } from './matching.ts';
import { MongoRefusal } from './mongo-refusal.ts';
import { compareValues, sameValue } from './order.ts';
import { sortValue } from './paths.ts';
import { updated, upserted } from './updating.ts';
import { checkPipeline, checkUpdate } from './vocabulary.ts';

/**
 * Carries out one operation, whole or not at all. Throws a `MongoRefusal` or what mingo throws.
 * An upsert that inserts counts as one document.
 */
export function carryOut(operation: DocumentOperation, documents: Documents, newId: () => string): Executed {
  switch (operation.kind) {
    case 'find':
      return found(find(documents, operation));
    case 'aggregate':
      return found(aggregate(documents.all(operation.collection), operation.pipeline));
    case 'insert':
      return insert(documents, operation.collection, operation.document, newId);
    case 'update':
      return update(documents, operation, newId);
    case 'delete':
      return remove(documents, operation.collection, operation.filter);
    default:
      return unreachable(operation);
  }
}

function found(rows: readonly Row[]): Executed {
  return { rows, count: rows.length, changes: [] };
}

function find(
  documents: Documents,
  { collection, filter, sort, limit }: DocumentOperation & { kind: 'find' },
): readonly Row[] {
  const rows = documents.all(collection).filter(matcher(filter));
  const sorted = sort === null ? rows : rows.toSorted((a, b) => compareBy(sort, a, b));
  return limit === null ? sorted : sorted.slice(0, limit);
}

function compareBy(sort: JsonMap, a: Row, b: Row): number {
  for (const [path, wanted] of Object.entries(sort)) {
    const direction = Number(wanted);
    const order = compareValues(sortValue(a, path, direction), sortValue(b, path, direction)) * direction;
    if (order !== 0) return order;
  }
  return 0;
}

function aggregate(rows: readonly Row[], pipeline: readonly JsonMap[]): readonly Row[] {
  checkPipeline(pipeline);
  return new Aggregator([...pipeline], PIPELINE_OPTIONS).run<Row>([...rows]).map(copyOf);
}

function insert(documents: Documents, collection: string, document: JsonMap, newId: () => string): Executed {
  const { _id: id, ...fields } = document;
  const row = { _id: id ?? newId(), ...fields };
  refuseDuplicate(documents, collection, row);
  documents.put(collection, row);
  return { rows: [row], count: 1, changes: [change(collection, null, row)] };
}

function update(
  documents: Documents,
  { collection, filter, update: modifiers, upsert }: DocumentOperation & { kind: 'update' },
  newId: () => string,
): Executed {
  checkUpdate(modifiers);
  const before = documents.all(collection).filter(matcher(filter));
  if (before.length === 0 && upsert) return insert(documents, collection, upserted(filter, modifiers, newId), newId);
  const pairs = before.map((row) => [row, updated(row, filter, modifiers)] as const);
  const changed = pairs.filter(([old, row]) => !sameValue(old, row));
  for (const [, row] of changed) documents.put(collection, row);
  return {
    rows: pairs.map(([, row]) => row),
    count: pairs.length,
    changes: changed.map(([old, row]) => change(collection, old, row)),
  };
}

function remove(documents: Documents, collection: string, filter: JsonMap): Executed {
  const gone = documents.all(collection).filter(matcher(filter));
  for (const row of gone) documents.remove(collection, row);
  return { rows: [], count: gone.length, changes: gone.map((row) => change(collection, row, null)) };
}

function refuseDuplicate(documents: Documents, collection: string, row: Row): void {
  if (!documents.has(collection, row)) return;
  const key = JSON.stringify(row['_id']);
  throw new MongoRefusal(
    11000,
    `E11000 duplicate key error collection: ${collection} index: _id_ dup key: { _id: ${key} }`,
  );
}

function change(table: string, before: Row | null, after: Row | null): RowChange {
  return { table, key: printKey([(after ?? before)?.['_id'] ?? null]), before, after };
}
