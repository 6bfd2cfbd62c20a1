import type { EngineKind, Operation, Sql } from '../kernel/engine-port.ts';
import { isMap, type Json, type JsonMap } from '../model/json.ts';
import type { Message } from '../model/message.ts';
import type { Row } from '../model/rows.ts';

/** What the product itself asks of the outbox and inbox tables, in the language of each engine. */
const isDocument = (engine: EngineKind): boolean => engine === 'document' || engine === 'memory';

function sql(text: string, ...values: readonly Json[]): Sql {
  return { kind: 'sql', parts: text.split('?'), values };
}

export function insertOutboxRow(engine: EngineKind, message: Message, seq: number, atMs: number): Operation {
  const { data, ...headers } = message;
  const [type, aggregate] = [message.source.slice(1), message.subject];
  if (isDocument(engine))
    return {
      kind: 'insert',
      collection: 'outbox',
      document: {
        _id: message.id,
        seq,
        aggregatetype: type,
        aggregateid: aggregate,
        type: message.type,
        payload: data,
        headers,
        created_at_ms: atMs,
        published_at_ms: null,
      },
    };
  return sql(
    'insert into outbox (id, aggregatetype, aggregateid, type, payload, headers, created_at_ms) values (?, ?, ?, ?, ?, ?, ?)',
    message.id,
    type,
    aggregate,
    message.type,
    JSON.stringify(data),
    JSON.stringify(headers),
    atMs,
  );
}

/** Unpublished rows in `seq` order (R-OUT-3). */
export function selectUnpublished(engine: EngineKind, limit: number): Operation {
  if (isDocument(engine))
    return { kind: 'find', collection: 'outbox', filter: { published_at_ms: null }, sort: { seq: 1 }, limit };
  return sql('select id, payload, headers from outbox where published_at_ms is null order by seq limit ?', limit);
}

export function markPublished(engine: EngineKind, messageId: string, atMs: number): Operation {
  if (isDocument(engine))
    return {
      kind: 'update',
      collection: 'outbox',
      filter: { _id: messageId },
      update: { $set: { published_at_ms: atMs } },
      upsert: false,
    };
  return sql('update outbox set published_at_ms = ? where id = ?', atMs, messageId);
}

/** The unique key decides (R-INB-3): matching no row, or a duplicate-key refusal, means that the message is known. */
export function insertInboxMarker(engine: EngineKind, consumer: string, messageId: string, atMs: number): Operation {
  if (isDocument(engine))
    return {
      kind: 'insert',
      collection: 'inbox',
      document: { _id: `${consumer}:${messageId}`, consumer, message_id: messageId, processed_at_ms: atMs },
    };
  return sql(
    'insert into inbox (consumer, message_id, processed_at_ms) values (?, ?, ?) on conflict do nothing',
    consumer,
    messageId,
    atMs,
  );
}

export function findInboxMarker(engine: EngineKind, consumer: string, messageId: string): Operation {
  if (isDocument(engine))
    return { kind: 'find', collection: 'inbox', filter: { _id: `${consumer}:${messageId}` }, sort: null, limit: 1 };
  return sql('select message_id from inbox where consumer = ? and message_id = ?', consumer, messageId);
}

/** The message as the outbox row holds it: payload and headers, JSON or JSON text. */
export function messageOf(row: Row): Message {
  const headers = jsonIn(row['headers']);
  return { ...(isMap(headers) ? headers : {}), data: jsonIn(row['payload']) } as JsonMap as unknown as Message;
}

function jsonIn(value: Json | undefined): Json {
  return typeof value === 'string' ? (JSON.parse(value) as Json) : (value ?? null);
}
