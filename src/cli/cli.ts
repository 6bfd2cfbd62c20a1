import { nearest } from '#sim/scenario/expressions/nearest.ts';
import { check } from './check.ts';
import { OVERVIEW } from './help.ts';
import { newScenario } from './new.ts';
import { run } from './run.ts';
import { type ExitCode, type Terminal, UsageError } from './terminal.ts';

type Command = (words: readonly string[], terminal: Terminal) => Promise<ExitCode>;

const COMMANDS: Readonly<Record<string, Command>> = { check, run, new: newScenario };

/** Runs one command line. Never throws: what a person can put right is one sentence, what is ours says so. */
export async function runCli(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = words;
  try {
    if (name === undefined || name === '--help' || name === 'help') {
      terminal.out(OVERVIEW);
      return name === undefined ? 2 : 0;
    }
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command === undefined) throw new UsageError(unknownCommand(name));
    return await command(rest, terminal);
  } catch (error) {
    terminal.err(`${said(error, words.includes('--debug'))}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}

function unknownCommand(name: string): string {
  const near = nearest(name, Object.keys(COMMANDS));
  return near === null
    ? `There is no command \`${name}\`; see --help.`
    : `There is no command \`${name}\`; did you mean \`${near}\`?`;
}

function said(error: unknown, debug: boolean): string {
  if (!(error instanceof Error)) return String(error);
  if (debug) return error.stack ?? error.message;
  return error instanceof UsageError
    ? error.message
    : `Something of ours broke: ${error.message} (--debug shows where)`;
}
