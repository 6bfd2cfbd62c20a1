import type { Cursor } from '../decode/cursor.ts';
import { LIMITS } from '../limits.ts';
import { meaningful, tablesCreatedIn, tablesIn } from '../sql-text.ts';
import type { SqlToken } from '../sql-tokens.ts';
import { PRODUCT_TABLES, serviceOf, type World } from './context.ts';

/** Words that make a result depend on a clock, on chance or on the session (E9). */
const CLOCK_WORDS = new Set(['current_timestamp', 'current_date', 'current_time', 'localtime', 'localtimestamp']);
const CHANCE_CALLS = new Set(
  (
    'now random randomblob gen_random_uuid uuid_generate_v4 uuidv4 uuidv7 clock_timestamp statement_timestamp transaction_timestamp ' +
    'timeofday setseed pg_sleep txid_current pg_backend_pid random_normal'
  ).split(' '),
);
/** SQLite's date functions read the clock when asked for `'now'`, or for nothing. */
const DATE_CALLS = new Set(['date', 'time', 'datetime', 'julianday', 'unixepoch', 'strftime', 'timediff']);

const lower = (token: SqlToken | undefined): string => (token?.text ?? '').toLowerCase();

/** The same statement must give the same rows in every run. */
export function checkDeterministic(cursor: Cursor, sql: string): void {
  const tokens = meaningful(sql);
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word') continue;
    const word = lower(token);
    const called = tokens[index + 1]?.text === '(';
    const isDate = called && DATE_CALLS.has(word) && readsTheClock(tokens, index + 1);
    if (!CLOCK_WORDS.has(word) && !(called && CHANCE_CALLS.has(word)) && !isDate) continue;
    cursor.note('sql-nondeterministic', `The result depends on \`${token.text}\`; bind \`:now\` or \`nextId\`.`, {
      within: token,
    });
  }
}

/** Arguments of a date function are few. */
const ARGUMENT_TOKENS = 60;

function readsTheClock(tokens: readonly SqlToken[], open: number): boolean {
  let depth = 0;
  for (let at = open; at < Math.min(tokens.length, open + ARGUMENT_TOKENS); at += 1) {
    const token = tokens[at];
    if (token?.text === '(') depth += 1;
    if (token?.text === ')') depth -= 1;
    if (token?.kind === 'string' && lower(token) === "'now'") return true;
    if (depth === 0) return at === open + 1;
  }
  return false;
}

/** Rows bound as a list come in a stated order, or their order is the engine's whim. */
export function checkOrdered(cursor: Cursor, sql: string): void {
  const tokens = meaningful(sql);
  if (!['select', 'with', 'values'].includes(lower(tokens[0]))) return;
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.text === '(') depth += 1;
    else if (token.text === ')') depth -= 1;
    else if (depth === 0 && lower(token) === 'order' && lower(tokens[index + 1]) === 'by') return;
  }
  cursor.note('sql-unordered', 'Several rows without `order by`.', {
    suggestion: 'Order by a unique key, or name one row with `row`.',
  });
}

/** A statement names only tables of the service that makes it (R-OWN-1). */
export function checkOwnTables(cursor: Cursor, sql: string, service: string, world: World): void {
  const mine = world.tables.get(service) ?? new Set<string>();
  const strangers = tablesIn(sql).filter((table) => !mine.has(table) && !PRODUCT_TABLES.includes(table));
  if (strangers.length === 0) return;
  const words = new Map(
    meaningful(sql)
      .map((word) => [lower(word).replace(/"/g, ''), word] as const)
      .reverse(),
  );
  for (const table of strangers) {
    const owner = [...world.tables].find(([, tables]) => tables.has(table))?.[0];
    if (owner === undefined) continue;
    const title = serviceOf(world, owner)?.title ?? owner;
    cursor.note('sql-foreign-table', `\`${table}\` belongs to ${title}.`, {
      within: words.get(table) ?? null,
      suggestion: `Ask \`${owner}\` by a call, keep a copy, or reach in with \`in: ${owner}\` to see it refused.`,
    });
  }
}

const MIGRATION_NAME = /^(?:V\d+(?:[._]\d+)*|R)__[A-Za-z0-9][A-Za-z0-9_]*$/;

/** A migration has Flyway's name, makes no table of the product's, and is the same in every run. */
export function checkMigration(name: string, cursor: Cursor): void {
  if (!MIGRATION_NAME.test(name)) {
    cursor.note('migration-name', 'Name a migration `V<n>__what_it_does`.', {
      at: 'key',
      suggestion: 'For example `V1__create_orders`.',
    });
  }
  const { said } = cursor;
  if (said === null || said.length > LIMITS.sql) return;
  checkDeterministic(cursor, said);
  for (const table of tablesCreatedIn(said)) {
    const token = meaningful(said).find((word) => lower(word) === table) ?? null;
    if (PRODUCT_TABLES.includes(table))
      cursor.note('table-reserved', `\`${table}\` is made by the product.`, { within: token });
  }
}
