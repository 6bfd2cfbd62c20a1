import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readCommandLine } from './command-line.ts';
import { NEW } from './help.ts';
import { type ExitCode, type Terminal, UsageError } from './terminal.ts';

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** `new`: writes a starter scenario into a folder that does not exist yet. */
export function newScenario(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const line = readCommandLine(words, {});
  if (line.has('help')) {
    terminal.out(NEW);
    return Promise.resolve(0);
  }
  const [name, ...more] = line.words;
  if (name === undefined) throw new UsageError('`new` wants a name, such as my-scenario.');
  if (more.length > 0) throw new UsageError(`\`new\` takes one name; \`${more.join(' ')}\` is too much.`);
  const folder = folderFor(name);
  const id = basename(folder);
  if (!ID.test(id))
    throw new UsageError(`\`${id}\` is no name for a scenario; use small letters, digits and hyphens: my-scenario.`);
  if (existsSync(folder)) throw new UsageError(`\`${folder}\` is already there; choose another name.`);
  mkdirSync(folder, { recursive: true });
  for (const file of ['scenario.yaml', 'lesson.yaml']) writeFileSync(join(folder, file), starter(file, id));
  terminal.out(`${folder} is ready. Next: sagascope run ${folder}\n`);
  return Promise.resolve(0);
}

function folderFor(name: string): string {
  if (name.includes('/') || name.includes('\\')) return name;
  const shelf = 'scenarios';
  return existsSync(shelf) && statSync(shelf).isDirectory() ? join(shelf, name) : name;
}

/** Two services, two databases, one message, one promise, one case that breaks it, and a lesson of one question. */
function starter(file: string, id: string): string {
  const text = readFileSync(join(import.meta.dirname, 'starter', file), 'utf8');
  return text.replace(/^id: .*$/m, `id: ${id}`);
}
