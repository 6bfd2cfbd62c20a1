import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { ScenarioSource } from '#sim/scenario/parse.ts';
import { UsageError } from './terminal.ts';

/** A scenario on disk: its source with the bases in reach, and its lesson if it has one. */
export interface ScenarioFolder {
  /** As printed: relative to where the command was given. */
  readonly path: string;
  readonly source: ScenarioSource;
  readonly lesson: TextFile | null;
  /** `lesson.<language>.yaml`, in order of language. */
  readonly translations: readonly TextFile[];
}

export interface TextFile {
  readonly file: string;
  readonly text: string;
}

const SCENARIO = 'scenario.yaml';
const LESSON = 'lesson.yaml';
const TRANSLATION = /^lesson\.[a-z]{2,3}\.yaml$/;
const BASES = '_bases';

/** Where this product's own bases live. */
const SHIPPED = resolve(import.meta.dirname, '../../scenarios', BASES);

/**
 * The scenario at a path: a folder with a `scenario.yaml`, or a file. Throws a `UsageError` when there is none.
 */
export function openScenario(path: string): ScenarioFolder {
  const file = scenarioFile(path);
  if (file === null)
    throw new UsageError(`There is no scenario at \`${path}\`; name a folder with a ${SCENARIO}, or a file.`);
  return readScenarioFolder(file);
}

/** Every scenario at or below a path, in order of path. Throws a `UsageError` when there is none. */
export function findScenarios(path: string): readonly ScenarioFolder[] {
  const single = scenarioFile(path);
  if (single !== null) return [readScenarioFolder(single)];
  if (!existsSync(path)) throw new UsageError(`There is no file or folder \`${path}\`.`);
  const found = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => basename(name) === SCENARIO && !name.includes('node_modules'))
    .map((name) => join(path, name))
    .sort();
  if (found.length === 0) throw new UsageError(`There is no ${SCENARIO} in \`${path}\` or below.`);
  return found.map(readScenarioFolder);
}

function scenarioFile(path: string): string | null {
  if (!existsSync(path)) return null;
  if (statSync(path).isFile()) return path;
  const inside = join(path, SCENARIO);
  return existsSync(inside) ? inside : null;
}

function readScenarioFolder(file: string): ScenarioFolder {
  const folder = dirname(file);
  const lesson = join(folder, LESSON);
  return {
    path: shown(folder),
    source: { file: shown(file), text: readText(file), bases: basesFor(folder) },
    lesson: existsSync(lesson) ? textFile(lesson) : null,
    translations: readdirSync(folder)
      .filter((name) => TRANSLATION.test(name))
      .sort()
      .map((name) => textFile(join(folder, name))),
  };
}

const textFile = (file: string): TextFile => ({ file: shown(file), text: readText(file) });

/** The bases beside the scenario's folder and in it, over those the product ships. */
function basesFor(folder: string): Readonly<Record<string, string>> {
  const places = [SHIPPED, join(dirname(resolve(folder)), BASES), join(folder, BASES)];
  return Object.fromEntries(places.flatMap(basesIn));
}

function basesIn(folder: string): readonly (readonly [string, string])[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => [basename(name, '.yaml'), readText(join(folder, name))]);
}

/** Text as UTF-8; anything else is refused, so that no finding points beside its place. */
function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch {
    throw new UsageError(`\`${shown(file)}\` cannot be read as UTF-8 text.`);
  }
}

const shown = (path: string): string => {
  const fromHere = relative(process.cwd(), path);
  return fromHere === '' || fromHere.startsWith('..') ? path : fromHere;
};
