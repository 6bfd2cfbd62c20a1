import type { Json } from '../model/json.ts';
import type { RowChange } from '../model/rows.ts';
import { sentenceOf } from './sentences.ts';
import type { Step } from './step.ts';
import type { Trace, Verdict } from './trace.ts';

const VALUE_AT_MOST = 80;

/**
 * One step as stable English text: number, cause, virtual time, actor, sentence, line of the handler, fault points;
 * then one line per changed row. What golden files hold and the terminal shows.
 */
export function printStep(step: Step): string {
  const { number, cause, at, line, points } = step;
  const numbers = `${String(number).padStart(4)} <- ${(cause === null ? '-' : String(cause)).padEnd(4)}`;
  const where = `${`${String(at)}ms`.padStart(8)}  ${actorOf(step).padEnd(12)}`;
  const place = line === null ? '' : `  (${line.handler} ${line.path})`;
  const passed = points.length === 0 ? '' : `  [${points.join(' ')}]`;
  const changes = 'changes' in step ? step.changes.map(printChange) : [];
  return [`${numbers} ${where} ${sentenceOf(step)}${place}${passed}`, ...changes].join('\n');
}

/** A whole run: its steps, each with the promises whose answer changed at it, and how it ended. Ends in a line break. */
export function printTrace({ steps, verdicts, end }: Pick<Trace, 'steps' | 'verdicts' | 'end'>): string {
  const atStep = new Map<number, string[]>();
  for (const verdict of verdicts)
    atStep.set(verdict.step, [...(atStep.get(verdict.step) ?? []), printVerdict(verdict)]);
  const verdictLines = (step: number) => atStep.get(step) ?? [];
  const ended = end === null ? [] : [`end: ${end.kind} at ${String(end.at)}ms`, ...end.struck.map(printStrike)];
  const lines = [
    ...verdictLines(0),
    ...steps.flatMap((step) => [printStep(step), ...verdictLines(step.number)]),
    ...ended,
  ];
  return `${lines.join('\n')}\n`;
}

function actorOf({ actor, instance, part }: Step): string {
  return `${actor}${instance > 1 ? `/${String(instance)}` : ''}${part === 'relay' ? '.relay' : ''}`;
}

const INDENT = ' '.repeat(21);

function printChange({ table, key, before, after }: RowChange): string {
  if (before === null) return `${INDENT} + ${table} ${key}: ${cells(after ?? {})}`;
  if (after === null) return `${INDENT} - ${table} ${key}`;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((name) => !same(before[name], after[name]));
  const said = changed.map((name) => `${name} ${print(before[name])} -> ${print(after[name])}`);
  return `${INDENT} ~ ${table} ${key}: ${said.length === 0 ? 'unchanged' : said.join(', ')}`;
}

const cells = (row: Readonly<Record<string, Json>>): string =>
  Object.entries(row)
    .map(([name, value]) => `${name} ${print(value)}`)
    .join(', ');

const same = (a: Json | undefined, b: Json | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Long values are cut and say so: what they hold is in the trace, not in its print. */
function print(value: Json | undefined): string {
  if (value === undefined) return 'absent';
  const text = JSON.stringify(value);
  return text.length <= VALUE_AT_MOST ? text : `${text.slice(0, VALUE_AT_MOST)}… (${String(text.length)} characters)`;
}

function printVerdict({ promise, answer, evidence, until }: Verdict): string {
  const shown = evidence === null || answer === 'held' ? '' : `: ${print(evidence)}`;
  const time = until === null ? '' : ` until ${String(until)}ms`;
  return `${INDENT} ! ${promise} ${answer}${time}${shown}`;
}

function printStrike({ entry, struck, step }: { entry: string; struck: boolean; step: number | null }): string {
  return struck ? `${entry}: struck${step === null ? '' : ` at step ${String(step)}`}` : `${entry}: did not strike`;
}
