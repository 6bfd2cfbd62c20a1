import { protocol } from '@electric-sql/pglite';
import type { PostgresError } from './refusal.ts';

const { serialize } = protocol;
const SYNC = serialize.sync();
const EXECUTE = serialize.execute({});

export interface Field {
  readonly name: string;
  readonly dataTypeID: number;
}

/** A row change as the capture trigger tells it; '' where there is no such row. */
export interface ChangeNotice {
  readonly table: string;
  readonly before: string;
  readonly after: string;
}

/** All that the engine answered to one batch of messages. */
export interface Answer {
  readonly error: PostgresError | null;
  readonly parameterTypes: readonly number[];
  readonly fields: readonly Field[];
  readonly rows: readonly (readonly (string | null)[])[];
  /** `UPDATE 2`, one for each statement that ran. */
  readonly tags: readonly string[];
  readonly changes: readonly ChangeNotice[];
  readonly isInTransaction: boolean;
}

type Incoming = Readonly<Record<string, unknown>> & { readonly name: string };

/** Asks for a statement to be kept under a name and described. */
export function prepareMessage(name: string, text: string): Uint8Array {
  return joined([serialize.parse({ name, text }), serialize.describe({ type: 'S', name }), SYNC]);
}

/** Runs prepared statements one after the other in one batch. */
export function executeMessage(
  calls: readonly { readonly name: string; readonly values: readonly (string | null)[] }[],
) {
  const messages = calls.flatMap(({ name, values }) => [
    serialize.bind({ statement: name, values: [...values] }),
    EXECUTE,
  ]);
  return joined([...messages, SYNC]);
}

/** Runs a script of statements without parameters. */
export function scriptMessage(text: string): Uint8Array {
  return serialize.query(text);
}

function joined(messages: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(messages.reduce((length, message) => length + message.length, 0));
  let at = 0;
  for (const message of messages) {
    whole.set(message, at);
    at += message.length;
  }
  return whole;
}

/** Reads what came back. Of several errors the first counts: the others follow from it. */
export function readAnswer(messages: readonly unknown[]): Answer {
  const incoming = messages as readonly Incoming[];
  const named = (name: string): readonly Incoming[] => incoming.filter((message) => message.name === name);
  const [error] = named('error');
  const [described] = named('parameterDescription');
  const [fields] = named('rowDescription').slice(-1);
  return {
    error: error === undefined ? null : readError(error),
    parameterTypes: (described?.['dataTypeIDs'] ?? []) as readonly number[],
    fields: (fields?.['fields'] ?? []) as readonly Field[],
    rows: named('dataRow').map((row) => row['fields'] as readonly (string | null)[]),
    tags: named('commandComplete').map((tag) => String(tag['text'])),
    changes: named('notice')
      .filter((notice) => notice['code'] === 'SG001')
      .map((notice) => ({
        table: textOf(notice['table']),
        before: textOf(notice['message']),
        after: textOf(notice['detail']),
      })),
    isInTransaction: named('readyForQuery').at(-1)?.['status'] !== 'I',
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function readError(error: Incoming): PostgresError {
  const position = textOf(error['position']);
  return {
    code: textOf(error['code']),
    message: textOf(error['message']),
    position: position === '' ? null : Number(position),
  };
}
