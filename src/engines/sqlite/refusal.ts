import type { Refusal, RefusalReason } from '#sim/kernel/engine-port.ts';
import type { StoredTable } from './shapes.ts';

interface Cause {
  readonly pattern: RegExp;
  readonly reason: RefusalReason;
  readonly code: string;
}

/** sql.js hands over SQLite's words without the number, so the number's name is read off the words. */
const CAUSES: readonly Cause[] = [
  { pattern: /^UNIQUE constraint failed/, reason: 'constraint', code: 'SQLITE_CONSTRAINT_UNIQUE' },
  { pattern: /^NOT NULL constraint failed/, reason: 'constraint', code: 'SQLITE_CONSTRAINT_NOTNULL' },
  { pattern: /^CHECK constraint failed/, reason: 'constraint', code: 'SQLITE_CONSTRAINT_CHECK' },
  { pattern: /^FOREIGN KEY constraint failed/, reason: 'constraint', code: 'SQLITE_CONSTRAINT_FOREIGNKEY' },
  { pattern: /^cannot store \w+ value in \w+ column/, reason: 'type', code: 'SQLITE_CONSTRAINT_DATATYPE' },
  { pattern: /^datatype mismatch/, reason: 'type', code: 'SQLITE_MISMATCH' },
  { pattern: /^integer overflow/, reason: 'type', code: 'SQLITE_ERROR' },
  { pattern: /^attempt to write a readonly database/, reason: 'read-only', code: 'SQLITE_READONLY' },
  { pattern: /^database (table )?is locked/, reason: 'locked', code: 'SQLITE_LOCKED' },
  { pattern: /^no such |has no column named|^unknown database/, reason: 'unknown-name', code: 'SQLITE_ERROR' },
  { pattern: /syntax error|^incomplete input|unrecognized token/, reason: 'syntax', code: 'SQLITE_ERROR' },
];

const OTHER = { reason: 'other', code: 'SQLITE_ERROR' } as const;

/** SQLite's refusal as data. A position is known only where the word it names stands once in the statement. */
export function sqliteRefusal(error: unknown, text: string, tables: readonly StoredTable[]): Refusal {
  const message = error instanceof Error ? error.message : String(error);
  const { reason, code } = CAUSES.find((cause) => cause.pattern.test(message)) ?? OTHER;
  return { reason, code: keyClash(message, tables) ?? code, message, position: positionOf(message, text) };
}

/** The words are the same for a key and for another unique index; the columns tell which it was. */
function keyClash(message: string, tables: readonly StoredTable[]): string | null {
  const [, list] = /^UNIQUE constraint failed: (.+)$/.exec(message) ?? [];
  if (list === undefined) return null;
  const clashes = (table: StoredTable): boolean => table.key.map((name) => `${table.name}.${name}`).join(', ') === list;
  return tables.some(clashes) ? 'SQLITE_CONSTRAINT_PRIMARYKEY' : null;
}

function positionOf(message: string, text: string): number | null {
  if (message.startsWith('incomplete input')) return text.length;
  const [, near] = /^near "(.+)": syntax error/.exec(message) ?? /^unrecognized token: "(.+)"/.exec(message) ?? [];
  if (near === undefined) return null;
  const at = text.indexOf(near);
  return at !== -1 && at === text.lastIndexOf(near) ? at : null;
}
