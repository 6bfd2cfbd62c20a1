import type { Json, JsonMap } from '../model/json.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { CRASH_FOR_MS, targetOf } from './decode/plan.ts';
import { durationMs, printDuration } from './duration.ts';
import { LIMITS } from './limits.ts';
import type { PlanEntry, RunEntry, Selector, When } from './plan.ts';
import { LineReader, printTarget, printValue, printWord } from './plan-line-reader.ts';

/**
 * A plan entry in one line, for a terminal or a link: `crash@tx.after_commit:order#1`, `down>inventory.db(for=2900ms)@2s`,
 * `run:A-BOOK2(id=O-2)@2s`, `operate:deploy>order(version=v2)@5s`. An entry with a name has it in front: `late=run:…`. A run on one
 * instance is `run:NAME>2`, a repeated one `run:NAME*10/3s`.
 */
export function printPlanEntry(entry: PlanEntry): string {
  const name = entry.id === null ? '' : `${printWord(entry.id)}=`;
  if (entry.kind === 'run') return `${name}run:${printWord(entry.command)}${printRun(entry)}${printWhen(entry.when)}`;
  const what = entry.kind === 'fault' ? printWord(entry.fault) : `operate:${printWord(entry.operation)}`;
  const target = impliedBy(entry.when, entry.on) ? '' : `>${printTarget(entry.on)}`;
  const details =
    entry.kind === 'fault'
      ? [...forDetail(entry.fault, entry.forMs), ...detailsOf(entry.details)]
      : detailsOf(entry.details);
  return `${name}${what}${target}${inParentheses(details)}${printWhen(entry.when)}`;
}

/** Reads a line that `printPlanEntry` wrote or a person typed. The problem is one sentence. */
export function parsePlanLine(text: string): Result<PlanEntry, string> {
  const reader = new LineReader(text.trim());
  try {
    return ok(readEntry(reader));
  } catch (error) {
    if (error instanceof LineProblem) return fail(error.message);
    throw error;
  }
}

class LineProblem extends Error {}

/** A service alone is named by the place: `crash@tx.after_commit:order`. */
const impliedBy = (when: When, on: string): boolean =>
  when.kind === 'selector' && when.selector.in === on && targetOf(on).service === on;

function printRun({ instance, repeat, everyMs, with: body }: RunEntry): string {
  const on = instance === null ? '' : `>${String(instance)}`;
  const often = repeat === 1 && everyMs === 0 ? '' : `*${String(repeat)}/${printDuration(everyMs)}`;
  return `${on}${often}${inParentheses(detailsOf(body))}`;
}

const detailsOf = (details: JsonMap): readonly string[] =>
  Object.entries(details).map(([key, value]) => `${printWord(key)}=${printValue(value)}`);

function forDetail(fault: string, forMs: number | null): readonly string[] {
  const byDefault = fault === 'crash' ? CRASH_FOR_MS : null;
  if (forMs === byDefault) return [];
  return [`for=${forMs === null ? 'never' : printDuration(forMs)}`];
}

const inParentheses = (details: readonly string[]): string => (details.length === 0 ? '' : `(${details.join(',')})`);

const FILTERS = ['handler', 'message', 'subject', 'command', 'callee'] as const;

function printWhen(when: When): string {
  if (when.kind === 'time') return `@${printDuration(when.atMs)}`;
  const { selector } = when;
  const who = selector.in === null ? '' : `:${printWord(selector.in)}`;
  const instance = selector.instance === null ? '' : `/instance=${String(selector.instance)}`;
  const filters = FILTERS.map((filter) =>
    selector[filter] === null ? '' : `/${filter}=${printWord(selector[filter])}`,
  );
  return `@${printWord(selector.point)}${who}${instance}${filters.join('')}#${String(selector.n)}`;
}

function readEntry(reader: LineReader): PlanEntry {
  const first = word(reader, 'a kind of entry, such as crash or run');
  const id = reader.take('=') ? first : null;
  const kind = id === null ? first : word(reader, 'a kind of entry after the name');
  const entry = reader.take(':') ? readNamed(reader, kind, id) : readFault(reader, kind, id);
  if (!reader.atEnd) throw new LineProblem(`Nothing may follow \`${reader.read}\`; here follows \`${reader.rest}\`.`);
  return entry;
}

function word(reader: LineReader, what: string): string {
  const found = reader.word();
  if (found === null) throw new LineProblem(`Expected ${what} at \`${reader.rest}\`.`);
  return found;
}

function targetAt(reader: LineReader): string {
  const found = reader.target();
  if (found === null) throw new LineProblem(`Expected whom it strikes at \`${reader.rest}\`.`);
  return found;
}

function readNamed(reader: LineReader, kind: string, id: string | null): PlanEntry {
  if (kind === 'run') return readRun(reader, id);
  if (kind !== 'operate')
    throw new LineProblem(`\`${kind}:\` means nothing here; write \`run:\` or \`operate:\`, or a fault alone.`);
  const operation = word(reader, 'what the operator does');
  const target = reader.take('>') ? targetAt(reader) : null;
  const details = readDetails(reader);
  const { when, on } = readWhen(reader, target);
  return { kind, id, operation, on, details, when };
}

function readRun(reader: LineReader, id: string | null): RunEntry {
  const command = word(reader, 'the name of a command');
  const instance = reader.take('>') ? whole(word(reader, 'an instance'), 'instance', LIMITS.instances) : null;
  let repeat = 1;
  let everyMs = 0;
  if (reader.take('*')) {
    repeat = whole(word(reader, 'a number of repetitions'), 'repeat', LIMITS.repeat);
    everyMs = reader.take('/') ? milliseconds(word(reader, 'a duration')) : 0;
  }
  const body = readDetails(reader);
  const { when } = readWhen(reader, '');
  return { kind: 'run', id, command, with: body, instance, repeat, everyMs, when };
}

function readFault(reader: LineReader, fault: string, id: string | null): PlanEntry {
  const target = reader.take('>') ? targetAt(reader) : null;
  const { for: lasts, ...details } = readDetails(reader);
  const forMs =
    lasts === undefined
      ? fault === 'crash'
        ? CRASH_FOR_MS
        : null
      : lasts === 'never'
        ? null
        : milliseconds(typeof lasts === 'string' ? lasts : '');
  const { when, on } = readWhen(reader, target);
  return { kind: 'fault', id, fault, on, forMs, details, when };
}

function readDetails(reader: LineReader): Readonly<Record<string, Json>> {
  const details: Record<string, Json> = {};
  if (!reader.take('(') || reader.take(')')) return details;
  do {
    const key = word(reader, 'a detail');
    if (!reader.take('=')) throw new LineProblem(`The detail \`${key}\` needs a value: \`${key}=…\`.`);
    const value = reader.value();
    if (value === undefined) throw new LineProblem(`The value of \`${key}\` cannot be read at \`${reader.rest}\`.`);
    Object.defineProperty(details, key, { value, enumerable: true, configurable: true, writable: true });
  } while (reader.take(','));
  if (!reader.take(')')) throw new LineProblem(`A \`)\` is missing at \`${reader.rest}\`.`);
  return details;
}

function readWhen(reader: LineReader, target: string | null): { readonly when: When; readonly on: string } {
  if (!reader.take('@')) throw new LineProblem('An entry needs a time or a place: `@2s` or `@tx.after_commit:order`.');
  const point = word(reader, 'a time or a point');
  const atMs = durationMs(point);
  if (atMs !== null && target === null) throw new LineProblem('At a time, say whom it strikes: `crash>order@2s`.');
  if (atMs !== null) return { when: { kind: 'time', atMs: milliseconds(point) }, on: target ?? '' };
  const selector = readSelector(reader, point, target);
  const on = target ?? selector.in;
  if (on === null) throw new LineProblem(`Say where: \`@${point}:order\`.`);
  return { when: { kind: 'selector', selector }, on };
}

function readSelector(reader: LineReader, point: string, target: string | null): Selector {
  const byTarget = targetOf(target ?? '');
  const who = reader.take(':') ? word(reader, 'a service') : byTarget.service;
  const filters: Record<string, string> = {};
  while (reader.take('/')) {
    const filter = word(reader, 'a filter such as message');
    if (filter !== 'instance' && !FILTERS.some((known) => known === filter))
      throw new LineProblem(`Nothing is filtered by \`${filter}\`; known: instance, ${FILTERS.join(', ')}.`);
    if (!reader.take('=')) throw new LineProblem(`The filter \`${filter}\` needs a value.`);
    filters[filter] = word(reader, 'a value');
  }
  const n = reader.take('#') ? word(reader, 'a number') : '1';
  const filterOf = (name: string): string | null => filters[name] ?? null;
  return {
    point,
    in: who,
    instance:
      filters['instance'] === undefined ? byTarget.instance : whole(filters['instance'], 'instance', LIMITS.instances),
    handler: filterOf('handler'),
    message: filterOf('message'),
    subject: filterOf('subject'),
    command: filterOf('command'),
    callee: filterOf('callee'),
    n: n === 'every' ? 'every' : whole(n, '#', 1_000_000),
  };
}

function whole(text: string, what: string, most: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > most) throw new LineProblem(`\`${what}\` wants a whole number from 1 to ${String(most)}.`);
  return value;
}

function milliseconds(text: string): number {
  const ms = durationMs(text);
  if (ms === null || ms > LIMITS.virtualMs)
    throw new LineProblem(`\`${text}\` is no duration within an hour; write 200ms, 5s or 2m.`);
  return ms;
}
