import type { Refusal } from '#sim/kernel/engine-port.ts';
import { mainVerb, statementVerbs, type Token, tokens } from './statement-text.ts';

/** Statements that would take the session out of the engine port's hands. */
const SESSION_VERBS: ReadonlySet<string> = new Set(
  (
    'begin start commit end abort rollback savepoint release prepare deallocate execute set reset discard ' +
    'pragma attach detach vacuum listen unlisten notify checkpoint copy load'
  ).split(' '),
);

/** Words that read a clock (E9). */
const CLOCK_WORDS: ReadonlySet<string> = new Set(
  'current_timestamp current_time current_date localtime localtimestamp'.split(' '),
);

/** Functions whose answer differs from run to run, or that wait in real time, or that change the session (E9). */
const UNSTEADY_FUNCTIONS: ReadonlySet<string> = new Set(
  (
    'now clock_timestamp statement_timestamp transaction_timestamp timeofday random random_normal randomblob ' +
    'gen_random_uuid uuidv4 uuidv7 pg_sleep pg_sleep_for pg_sleep_until set_config setseed ' +
    'txid_current pg_current_xact_id pg_backend_pid pg_notify load_extension'
  ).split(' '),
);

const MOMENT_FUNCTIONS: ReadonlySet<string> = new Set(
  'date time datetime julianday unixepoch strftime timediff'.split(' '),
);

/** What is known about a statement before an engine sees it. */
export interface Reading {
  /** `update` for `with x as (…) update …`. */
  readonly verb: string;
  readonly refusal: Refusal | null;
}

const known = new Map<string, Reading>();

/**
 * Reads a statement or a script. `refusal` says what no engine is asked to run, whatever it could do: statements that
 * open or close transactions or change the session (the kernel does that), and whatever makes the same run end
 * differently (E9); null if all is well.
 */
export function readStatement(text: string): Reading {
  const remembered = known.get(text);
  if (remembered !== undefined) return remembered;
  const read = tokens(text);
  const reading = { verb: mainVerb(read), refusal: judge(read) };
  if (known.size >= 2_000) known.clear();
  known.set(text, reading);
  return reading;
}

function judge(read: readonly Token[]): Refusal | null {
  const verb = statementVerbs(read).find((candidate) => SESSION_VERBS.has(candidate));
  if (verb !== undefined) {
    return unsupported(`"${verb}" is not run here: transactions and sessions are opened and closed by the service`);
  }
  const unsteady = read.find((token, index) => isUnsteady(token, read, index));
  if (unsteady === undefined) return null;
  return unsupported(`"${unsteady.text}" would answer differently in every run: bind the value instead`);
}

function isUnsteady(token: Token, read: readonly Token[], index: number): boolean {
  if (token.kind !== 'word') return false;
  if (CLOCK_WORDS.has(token.text)) return true;
  if (read[index + 1]?.text !== '(') return false;
  if (UNSTEADY_FUNCTIONS.has(token.text)) return true;
  return MOMENT_FUNCTIONS.has(token.text) && readsTheClock(read, index + 2, token.depth);
}

/** SQLite's date functions read the clock when they are given `'now'`, or nothing at all. */
function readsTheClock(read: readonly Token[], from: number, depth: number): boolean {
  if (read[from]?.text === ')') return true;
  for (const token of read.slice(from)) {
    if (token.depth <= depth) return false;
    if (token.kind === 'string' && token.text.toLowerCase() === 'now') return true;
  }
  return false;
}

function unsupported(message: string): Refusal {
  return { reason: 'unsupported', code: 'UNSUPPORTED', message, position: null };
}
