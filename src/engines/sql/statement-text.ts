import type { Sql } from '#sim/kernel/engine-port.ts';

/** The text an engine gets: every hole becomes a numbered parameter, `$1` or `?1`. */
export function numbered(sql: Sql, sign: '$' | '?'): string {
  return sql.parts.reduce((text, part, index) => `${text}${sign}${String(index)}${part}`);
}

export interface Token {
  readonly kind: 'word' | 'string' | 'sign';
  /** Lower case for words; the content for strings. */
  readonly text: string;
  /** How many parentheses are open around it. */
  readonly depth: number;
}

const PATTERN =
  /--[^\n]*|\/\*[\s\S]*?\*\/|\$(\w*)\$[\s\S]*?\$\1\$|'((?:[^']|'')*)'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|([a-z_][\w$]*)|([^\s])/gi;

/** Words, strings and signs of a statement. Comments, quoted names and dollar-quoted bodies are left out. */
export function tokens(text: string): readonly Token[] {
  const found: Token[] = [];
  let depth = 0;
  for (const [, , string, word, sign] of text.matchAll(PATTERN)) {
    if (sign === ')') depth -= 1;
    if (string !== undefined) found.push({ kind: 'string', text: string, depth });
    else if (word !== undefined) found.push({ kind: 'word', text: word.toLowerCase(), depth });
    else if (sign !== undefined) found.push({ kind: 'sign', text: sign, depth });
    if (sign === '(') depth += 1;
  }
  return found;
}

const DATA_VERBS: ReadonlySet<string> = new Set(['select', 'values', 'insert', 'update', 'delete', 'replace', 'merge']);

/** The verb that says what a statement does: `update` for `with x as (select …) update …`. */
export function mainVerb(read: readonly Token[]): string {
  const first = read.find((token) => token.kind === 'word')?.text ?? '';
  if (first !== 'with') return first;
  return read.find((token) => token.depth === 0 && token.kind === 'word' && DATA_VERBS.has(token.text))?.text ?? first;
}

/** The verb of each statement of a script. A body between `begin` and `end` belongs to the `create` around it. */
export function statementVerbs(read: readonly Token[]): readonly string[] {
  const verbs: string[] = [];
  let current: Token[] = [];
  for (const token of read) {
    if (token.kind === 'sign' && token.text === ';' && !insideBody(current)) {
      verbs.push(mainVerb(current));
      current = [];
    } else current.push(token);
  }
  return [...verbs, mainVerb(current)].filter((verb) => verb !== '');
}

function insideBody(statement: readonly Token[]): boolean {
  if (mainVerb(statement) !== 'create' || !statement.some((token) => token.text === 'begin')) return false;
  const opened = statement.filter((token) => token.text === 'begin' || token.text === 'case').length;
  return statement.filter((token) => token.text === 'end').length < opened;
}
