import { type SqlToken, sqlTokens } from './sql-tokens.ts';

export interface CompiledSql {
  /** The text around the holes: one entry more than `names`. */
  readonly parts: readonly string[];
  /** Path bound in each hole: `line.sku`. */
  readonly names: readonly string[];
}

/**
 * Splits SQL at its `:path` holes. A colon in a string, a quoted name, a comment, a dollar quote or a `::` cast is none.
 * Values are bound in the holes, never spliced into the text.
 */
export function compileSql(text: string): CompiledSql {
  const parts: string[] = [];
  const names: string[] = [];
  let from = 0;
  for (const token of sqlTokens(text)) {
    if (token.kind !== 'hole') continue;
    parts.push(text.slice(from, token.start));
    names.push(token.text.slice(1));
    from = token.end;
  }
  parts.push(text.slice(from));
  return { parts, names };
}

/** Words after which a table is named, `create`, `alter` and `drop` included. */
const TABLE_FOLLOWS = new Set(['from', 'join', 'into', 'update', 'table']);
const BEFORE_THE_NAME = new Set(['if', 'not', 'exists', 'only', 'lateral', 'recursive']);

/** Tables a statement names, lower case and in order of appearance, without those it defines itself by `with`. */
export function tablesIn(sql: string): readonly string[] {
  const tokens = meaningful(sql);
  const defined = namesDefinedByWith(tokens);
  const tables = new Set<string>();
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word' || !TABLE_FOLLOWS.has(lower(token)) || isNoTableClause(tokens, index)) continue;
    for (const name of namesAfter(tokens, index + 1, lower(token) === 'from')) {
      if (!defined.has(name)) tables.add(name);
    }
  }
  return [...tables];
}

/** Names of tables and views that a migration creates or renames to, lower case. */
export function tablesCreatedIn(sql: string): readonly string[] {
  const tokens = meaningful(sql);
  return tokens.flatMap((token, index) => {
    if (token.kind !== 'word' || !makesATable(tokens, index)) return [];
    return namesAfter(tokens, index + 1, false).slice(0, 1);
  });
}

/** `create temporary table`, `create or replace view`, `alter table x rename to`. */
function makesATable(tokens: readonly SqlToken[], index: number): boolean {
  const word = lower(tokens[index]);
  if (word === 'to') return lower(tokens[index - 1]) === 'rename';
  if (word !== 'table' && word !== 'view') return false;
  return tokens
    .slice(Math.max(0, index - 3), index)
    .map(lower)
    .includes('create');
}

export const meaningful = (sql: string): readonly SqlToken[] =>
  sqlTokens(sql).filter(({ kind }) => kind !== 'space' && kind !== 'comment');

const lower = (token: SqlToken | undefined): string =>
  token?.kind === 'word' ? token.text.toLowerCase() : (token?.text ?? '');

/** `extract(year from x)`, `on conflict do update set`, `for update` name no table. */
function isNoTableClause(tokens: readonly SqlToken[], index: number): boolean {
  const word = lower(tokens[index]);
  const before = lower(tokens[index - 1]);
  if (word === 'update') return before === 'do' || before === 'for' || before === 'on';
  if (word === 'from') return before === 'distinct' || insideExtract(tokens, index);
  return false;
}

function insideExtract(tokens: readonly SqlToken[], index: number): boolean {
  return (
    ['extract', 'substring', 'trim', 'overlay'].includes(lower(tokens[index - 3])) && tokens[index - 2]?.text === '('
  );
}

/** The name at `from`; after the word `from`, the comma-separated ones that follow. Functions and subqueries are no tables. */
function namesAfter(tokens: readonly SqlToken[], from: number, isList: boolean): readonly string[] {
  const names: string[] = [];
  for (let at = from; ;) {
    while (BEFORE_THE_NAME.has(lower(tokens[at]))) at += 1;
    const named = qualifiedName(tokens, at);
    if (named === null) return names;
    if (!isList || tokens[named.next]?.text !== '(') names.push(named.name);
    const next = isList ? afterAlias(tokens, named.next) : named.next;
    if (!isList || tokens[next]?.text !== ',') return names;
    at = next + 1;
  }
}

/** `stock` or `inventory.stock`: the last part is the table. */
function qualifiedName(
  tokens: readonly SqlToken[],
  from: number,
): { readonly name: string; readonly next: number } | null {
  let at = from;
  for (;;) {
    const token = tokens[at];
    if (token === undefined || (token.kind !== 'word' && token.kind !== 'name')) return null;
    if (tokens[at + 1]?.text !== '.') return { name: nameOf(token), next: at + 1 };
    at += 2;
  }
}

function afterAlias(tokens: readonly SqlToken[], from: number): number {
  const at = lower(tokens[from]) === 'as' ? from + 1 : from;
  return tokens[at]?.kind === 'word' || tokens[at]?.kind === 'name' ? at + 1 : at;
}

const nameOf = (token: SqlToken): string =>
  token.kind === 'name' ? token.text.slice(1, -1).toLowerCase() : token.text.toLowerCase();

function namesDefinedByWith(tokens: readonly SqlToken[]): ReadonlySet<string> {
  if (!tokens.some((token) => lower(token) === 'with')) return new Set();
  const defined = tokens.flatMap((token, index) => {
    const opens = lower(tokens[index + 1]) === 'as' && tokens[index + 2]?.text === '(';
    const lists = tokens[index + 1]?.text === '(' && closesWithAs(tokens, index + 1);
    return (token.kind === 'word' || token.kind === 'name') && (opens || lists) ? [nameOf(token)] : [];
  });
  return new Set(defined);
}

/** `with t (a, b) as (` names its columns first: plain names, so the list ends before another bracket opens. */
function closesWithAs(tokens: readonly SqlToken[], open: number): boolean {
  let close = open + 1;
  while (tokens[close] !== undefined && tokens[close]?.text !== ')' && tokens[close]?.text !== '(') close += 1;
  return tokens[close]?.text === ')' && lower(tokens[close + 1]) === 'as' && tokens[close + 2]?.text === '(';
}
