import { isMap } from '../../model/json.ts';
import { own } from '../own.ts';
import type { Ask, Choice, Command, FieldType, MessageType, PromiseSpec } from '../scenario.ts';
import type { Cursor } from './cursor.ts';
import { isCollectionName, operationOf } from './steps.ts';

export function decodeChoice(choice: Cursor, id: string): Choice {
  const options = choice
    .key('options')
    .entries()
    .map(([option, title]) => ({
      id: option,
      title: isMap(title.value) ? title.key('title').text() : title.text(),
      cost: isMap(title.value) ? title.key('cost').whole(null, 0, 1_000_000) : null,
    }));
  const byDefault = choice.key('default').text(options[0]?.id ?? '');
  if (!options.some((option) => option.id === byDefault)) {
    choice.key('default').note('option-unknown', `\`${byDefault}\` is not an option of \`${id}\`.`);
  }
  const needs = choice
    .key('needs')
    .entries()
    .map(([other, option]) => [other, option.text()] as const);
  return {
    id,
    title: choice.key('title').text(id),
    options,
    default: byDefault,
    needs: Object.fromEntries(needs),
    secret: choice.key('secret').flag(false),
  };
}

export const FIELD_TYPES = ['text', 'int', 'bool', 'list', 'map', 'any'] as const;

export function decodeMessage(message: Cursor, type: string): MessageType {
  const kind = message.key('kind').oneOf(['event', 'command'], 'event');
  const on = message.key('on');
  return {
    type,
    kind,
    on: kind === 'command' ? on.text('commands') : on.text(),
    routingKey: message.key('key').text(dotted(type)),
    subject: message.key('subject').json(),
    to: message.key('to').text(null),
    data: decodeFields(message.key('data')),
    versions: Object.fromEntries(
      message
        .key('versions')
        .entries()
        .map(([n, version]) => [n, decodeFields(version.key('data'))]),
    ),
  };
}

/** `OrderCreated` → `order.created`. */
const dotted = (type: string): string => type.replace(/([a-z0-9])([A-Z])/g, '$1.$2').toLowerCase();

type Fields = Readonly<Record<string, { readonly type: FieldType; readonly optional: boolean }>>;

function decodeFields(data: Cursor): Fields {
  const fields = data.entries().map(([name, type]) => {
    const field = { type: type.oneOf(FIELD_TYPES, 'any'), optional: name.endsWith('?') };
    return [name.replace(/\?$/, ''), field] as const;
  });
  return Object.fromEntries(fields);
}

export function decodeCommand(command: Cursor, name: string): Command {
  return {
    name,
    client: command.key('client').text(),
    ...operationOf(command.key('call')),
    body: command.key('body').map(),
    key: command.key('key').word(null),
  };
}

export function decodePromise(promise: Cursor, id: string): PromiseSpec {
  const custom = promise.key('holds').present || promise.key('ask').present;
  return {
    id,
    says: promise.key('says').text(id),
    when: decodeJudged(promise.key('when'), promise.key('within')),
    ask: decodeAsks(promise.key('ask')),
    holds: custom ? promise.key('holds').text() : null,
  };
}

function decodeJudged(when: Cursor, within: Cursor): PromiseSpec['when'] {
  if (within.present) return { kind: 'within', ms: within.ms(0) };
  const text = when.text('at-rest');
  const limit = /^within (\S+)$/.exec(text)?.[1];
  if (limit !== undefined) return { kind: 'within', ms: when.as(limit).ms(0) };
  if (text !== 'trace') return { kind: when.oneOf(['always', 'at-rest'], 'at-rest') };
  return { kind: 'trace' };
}

/** Names with what they read: an address, or a read in a service's database. */
export function decodeAsks(ask: Cursor): readonly Ask[] {
  return ask.entries().map(([name, from]) => {
    if (!isMap(from.value)) return { name, from: { kind: 'address', address: from.text() } };
    const service = from.key('in').text();
    const read = from.key('read').sql();
    if (!isCollectionName(read)) return { name, from: { kind: 'sql', service, sql: read } };
    const sort = own(from.value, 'sort') === undefined ? null : from.key('sort').map();
    return { name, from: { kind: 'documents', service, collection: read, filter: from.key('filter').map(), sort } };
  });
}
