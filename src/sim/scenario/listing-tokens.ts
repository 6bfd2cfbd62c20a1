import { isList, isMap, type Json } from '../model/json.ts';
import { type SqlTokenKind, sqlTokens } from './sql-tokens.ts';

export interface CodeToken {
  readonly kind: 'keyword' | 'plain' | 'string' | 'number' | 'comment' | 'hole' | 'expression';
  readonly text: string;
}

const SQL_KEYWORDS = new Set(
  (
    'select insert update delete from where into values set and or not null is in as on conflict do nothing order group by having limit ' +
    'join left right inner outer cross with create table alter drop add column rename to primary key references check unique default ' +
    'returning excluded case when then else end exists between like union all distinct cast desc asc'
  ).split(' '),
);

const KIND_OF: Readonly<Record<SqlTokenKind, CodeToken['kind']>> = {
  space: 'plain',
  comment: 'comment',
  string: 'string',
  name: 'plain',
  number: 'number',
  word: 'plain',
  hole: 'hole',
  sign: 'plain',
};

export function sqlCode(sql: string): readonly CodeToken[] {
  return joined(
    sqlTokens(sql).map(({ kind, text }) => {
      const isKeyword = kind === 'word' && SQL_KEYWORDS.has(text.toLowerCase());
      return { kind: isKeyword ? 'keyword' : KIND_OF[kind], text };
    }),
  );
}

export const plainTokens = (text: string): readonly CodeToken[] => [{ kind: 'plain', text }];

/** A value on one line as the file would write it in flow style. */
export function valueCode(value: Json): readonly CodeToken[] {
  return joined(pieces(value));
}

function pieces(value: Json): readonly CodeToken[] {
  if (isList(value)) return [...plainTokens('['), ...separated(value.map(pieces)), ...plainTokens(']')];
  if (isMap(value)) {
    const entries = Object.entries(value).map(([key, inner]) => [...plainTokens(`${key}: `), ...pieces(inner)]);
    return entries.length === 0
      ? plainTokens('{}')
      : [...plainTokens('{ '), ...separated(entries), ...plainTokens(' }')];
  }
  if (typeof value === 'string') return [{ kind: value.startsWith('=') ? 'expression' : 'string', text: value }];
  return [{ kind: typeof value === 'number' ? 'number' : 'plain', text: String(value) }];
}

function separated(entries: readonly (readonly CodeToken[])[]): readonly CodeToken[] {
  return entries.flatMap((entry, index) => (index === 0 ? entry : [...plainTokens(', '), ...entry]));
}

/** Neighbours of one kind become one piece. */
function joined(tokens: readonly CodeToken[]): readonly CodeToken[] {
  const result: CodeToken[] = [];
  for (const token of tokens) {
    const last = result.at(-1);
    if (last?.kind === token.kind) result[result.length - 1] = { kind: last.kind, text: last.text + token.text };
    else result.push(token);
  }
  return result;
}
