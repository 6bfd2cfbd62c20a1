import { isList, isMap, type Json } from '#sim/model/json.ts';
import type { ColumnShape, Row, TableShape } from '#sim/model/rows.ts';

/** Fields of the collections the product makes in every document database; known before the first document. */
const SYSTEM: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  outbox: {
    _id: 'string',
    seq: 'number',
    aggregatetype: 'string',
    aggregateid: 'string',
    type: 'string',
    payload: 'object',
    headers: 'object',
    created_at_ms: 'number',
    published_at_ms: 'number',
  },
  inbox: { _id: 'string', consumer: 'string', message_id: 'string', processed_at_ms: 'number' },
  idempotency_key: {
    _id: 'string',
    request_hash: 'string',
    state: 'string',
    response: 'mixed',
    created_at_ms: 'number',
  },
  saga_instance: {
    _id: 'string',
    type: 'string',
    state: 'string',
    current_step: 'string',
    data: 'object',
    version: 'number',
    deadline_ms: 'number',
  },
  saga_step: {
    _id: 'string',
    saga_id: 'string',
    step: 'string',
    direction: 'string',
    attempt: 'number',
    outcome: 'string',
    at_ms: 'number',
  },
};

export const SYSTEM_COLLECTIONS: readonly string[] = Object.keys(SYSTEM);

/** A collection as a table: `_id` first, then every field seen, with its JSON type or `mixed`. */
export function shapeOf(name: string, rows: readonly Row[]): TableShape {
  const types = new Map(Object.entries(SYSTEM[name] ?? { _id: 'string' }));
  const isSystem = name in SYSTEM;
  const seen = new Map<string, string>();
  for (const row of rows) {
    for (const [field, value] of Object.entries(row)) {
      const type = typeName(value);
      const known = seen.get(field);
      if (type === 'null') seen.set(field, known ?? type);
      else seen.set(field, known === undefined || known === 'null' || known === type ? type : 'mixed');
    }
  }
  for (const [field, type] of seen) if (!isSystem || !types.has(field)) types.set(field, type);
  const columns = [...types].map(([field, type]): ColumnShape => ({ name: field, type, key: field === '_id' }));
  return { name, columns, system: isSystem };
}

function typeName(value: Json): string {
  if (value === null) return 'null';
  if (isList(value)) return 'array';
  return isMap(value) ? 'object' : typeof value;
}
