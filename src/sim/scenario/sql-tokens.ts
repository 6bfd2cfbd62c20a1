export type SqlTokenKind = 'space' | 'comment' | 'string' | 'name' | 'number' | 'word' | 'hole' | 'sign';

export interface SqlToken {
  readonly kind: SqlTokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The first pattern that matches decides; an unclosed string or comment runs to the end. */
const PATTERNS: readonly (readonly [SqlTokenKind, RegExp])[] = [
  ['space', /\s+/y],
  ['comment', /--[^\n]*/y],
  ['string', /'(?:[^']|'')*(?:'|$)/y],
  ['name', /"(?:[^"]|"")*(?:"|$)/y],
  ['name', /`[^`]*(?:`|$)/y],
  ['sign', /::/y],
  ['hole', /:[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/y],
  ['number', /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
  ['word', /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y],
];

/** The statements of a file are few and asked for often; the bound only keeps a page that opens file after file from growing. */
const CACHE_LIMIT = 1_000;
const known = new Map<string, readonly SqlToken[]>();

/** A statement as tokens that together are the text again. */
export function sqlTokens(sql: string): readonly SqlToken[] {
  const before = known.get(sql);
  if (before !== undefined) return before;
  if (known.size >= CACHE_LIMIT) known.clear();
  const tokens = tokenise(sql);
  known.set(sql, tokens);
  return tokens;
}

function tokenise(sql: string): readonly SqlToken[] {
  const tokens: SqlToken[] = [];
  let at = 0;
  while (at < sql.length) {
    const { kind, end } = tokenAt(sql, at);
    tokens.push({ kind, text: sql.slice(at, end), start: at, end });
    at = end;
  }
  return tokens;
}

function tokenAt(sql: string, at: number): { readonly kind: SqlTokenKind; readonly end: number } {
  if (sql.startsWith('/*', at)) return { kind: 'comment', end: blockCommentEnd(sql, at) };
  if (sql[at] === '$') return dollarQuote(sql, at);
  if (/[eE]/.test(sql[at] ?? '') && sql[at + 1] === "'") return { kind: 'string', end: escapeStringEnd(sql, at + 2) };
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    if (pattern.test(sql)) return { kind, end: pattern.lastIndex };
  }
  return { kind: 'sign', end: at + 1 };
}

/** `/* … *​/`, which may nest. */
function blockCommentEnd(sql: string, at: number): number {
  let depth = 0;
  for (let index = at; index < sql.length; index += 1) {
    if (sql.startsWith('/*', index)) {
      depth += 1;
      index += 1;
    } else if (sql.startsWith('*/', index)) {
      depth -= 1;
      index += 1;
      if (depth === 0) return index + 1;
    }
  }
  return sql.length;
}

function dollarQuote(sql: string, at: number): { readonly kind: SqlTokenKind; readonly end: number } {
  const opening = /^\$(?:[A-Za-z_]\w*)?\$/.exec(sql.slice(at, at + 65));
  if (opening === null) return { kind: 'sign', end: at + 1 };
  const close = sql.indexOf(opening[0], at + opening[0].length);
  return { kind: 'string', end: close === -1 ? sql.length : close + opening[0].length };
}

function escapeStringEnd(sql: string, from: number): number {
  for (let index = from; index < sql.length; index += 1) {
    if (sql[index] === '\\') index += 1;
    else if (sql[index] === "'" && sql[index + 1] === "'") index += 1;
    else if (sql[index] === "'") return index + 1;
  }
  return sql.length;
}
