import { closeEngines } from '#host/in-process.ts';
import type { Diagnostic } from '#sim/scenario/diagnostic.ts';
import { checkFolder } from './check-folder.ts';
import { readCommandLine } from './command-line.ts';
import { CHECK } from './help.ts';
import { printDiagnostic } from './print-diagnostic.ts';
import { findScenarios } from './scenario-files.ts';
import { type ExitCode, type Terminal, UsageError } from './terminal.ts';

/** `check`: every finding in the scenarios named. 1 when one of them is an error. */
export async function check(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const line = readCommandLine(words, { json: 'flag' });
  if (line.has('help')) {
    terminal.out(CHECK);
    return 0;
  }
  if (line.words.length === 0) throw new UsageError('`check` wants a folder or a file.');
  const folders = line.words.flatMap(findScenarios);
  const found: Diagnostic[] = [];
  try {
    for (const folder of folders) {
      const findings = await checkFolder(folder);
      found.push(...findings);
      if (!line.has('json')) for (const finding of findings) terminal.out(`${printDiagnostic(finding)}\n`);
    }
  } finally {
    await closeEngines();
  }
  terminal.out(line.has('json') ? `${JSON.stringify(found, null, 2)}\n` : `${summary(folders.length, found)}\n`);
  return found.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function summary(scenarios: number, found: readonly Diagnostic[]): string {
  const errors = found.filter(({ severity }) => severity === 'error').length;
  const counts = [counted(scenarios, 'scenario'), counted(errors, 'error'), counted(found.length - errors, 'warning')];
  return `${counts.join(', ')}.`;
}

const counted = (count: number, noun: string): string => `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
