import { nearest } from '#sim/scenario/expressions/nearest.ts';
import { UsageError } from './terminal.ts';

/** How an option is written: alone, with one value, or with a value as often as wanted. */
export type OptionShape = 'flag' | 'value' | 'values';

export interface CommandLine {
  readonly words: readonly string[];
  has(option: string): boolean;
  value(option: string): string | null;
  values(option: string): readonly string[];
}

/** Everybody's options. */
const ALWAYS: Readonly<Record<string, OptionShape>> = { help: 'flag', debug: 'flag' };

/**
 * Reads the words after a command. Options are `--name`, `--name value` or `--name=value`; a value may begin with `-`
 * only after `=`. Throws a `UsageError` for an option nobody knows, a missing value, a second value.
 */
export function readCommandLine(words: readonly string[], shapes: Readonly<Record<string, OptionShape>>): CommandLine {
  const known = { ...shapes, ...ALWAYS };
  const free: string[] = [];
  const given = new Map<string, string[]>();
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (!word.startsWith('--')) {
      free.push(word);
      continue;
    }
    const [name, inline] = splitOption(word);
    const shape = Object.hasOwn(known, name) ? known[name] : undefined;
    if (shape === undefined) throw new UsageError(unknownOption(name, Object.keys(known)));
    const value = shape === 'flag' ? flagValue(name, inline) : (inline ?? nextValue(name, words[++at]));
    const before = given.get(name) ?? [];
    if (shape === 'value' && before.length > 0)
      throw new UsageError(`\`--${name}\` is given twice; it takes one value.`);
    given.set(name, [...before, value]);
  }
  return {
    words: free,
    has: (option) => given.has(option),
    value: (option) => given.get(option)?.[0] ?? null,
    values: (option) => given.get(option) ?? [],
  };
}

function splitOption(word: string): readonly [string, string | null] {
  const equals = word.indexOf('=');
  return equals === -1 ? [word.slice(2), null] : [word.slice(2, equals), word.slice(equals + 1)];
}

function flagValue(name: string, inline: string | null): string {
  if (inline !== null) throw new UsageError(`\`--${name}\` takes no value.`);
  return '';
}

function nextValue(name: string, next: string | undefined): string {
  if (next === undefined || next.startsWith('--')) throw new UsageError(`\`--${name}\` wants a value after it.`);
  return next;
}

function unknownOption(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return `There is no option \`--${name}\`${near === null ? '; see --help' : `; did you mean \`--${near}\`?`}.`.replace(
    '?.',
    '?',
  );
}

/** A whole number of at least `least`, or a `UsageError` that names the option. */
export function wholeNumber(line: CommandLine, option: string, least: number): number | null {
  const text = line.value(option);
  if (text === null) return null;
  const number = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(number) && number >= least) return number;
  throw new UsageError(`\`--${option}\` wants a whole number from ${String(least)}, not \`${text}\`.`);
}
