import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export interface TextFile {
  /** As a finding names it: `scenarios/outbox/scenario.yaml`. */
  readonly file: string;
  readonly text: string;
}

/** A built-in scenario as it lies in the repository. */
export interface ScenarioFolder {
  readonly folder: string;
  readonly scenario: TextFile;
  readonly lesson: TextFile | null;
  /** By language: `lesson.de.yaml` is `de`. */
  readonly translations: Readonly<Record<string, TextFile>>;
}

export interface ScenarioTree {
  readonly folders: readonly ScenarioFolder[];
  /** Texts of the shared bases, by id. */
  readonly bases: Readonly<Record<string, string>>;
}

const TRANSLATION = /^lesson\.([a-z]{2})\.yaml$/u;

/** Reads every scenario below a folder, and its `_bases`. A folder without a `scenario.yaml` is none. */
export function readScenarioTree(root: string, shownAs: string): ScenarioTree {
  const names = existsSync(root) ? readdirSync(root).sort() : [];
  return {
    folders: names
      .filter((name) => existsSync(join(root, name, 'scenario.yaml')))
      .map((name) => readFolder(join(root, name), `${shownAs}/${name}`)),
    bases: readBases(join(root, '_bases')),
  };
}

function readFolder(path: string, shown: string): ScenarioFolder {
  const read = (name: string): TextFile => ({
    file: `${shown}/${name}`,
    text: readFileSync(join(path, name), 'utf8'),
  });
  const translated = readdirSync(path).flatMap((name) => {
    const language = TRANSLATION.exec(name)?.[1];
    return language === undefined ? [] : [[language, read(name)] as const];
  });
  return {
    folder: shown,
    scenario: read('scenario.yaml'),
    lesson: existsSync(join(path, 'lesson.yaml')) ? read('lesson.yaml') : null,
    translations: Object.fromEntries(translated),
  };
}

function readBases(path: string): Readonly<Record<string, string>> {
  if (!existsSync(path)) return {};
  const files = readdirSync(path).filter((name) => name.endsWith('.yaml'));
  return Object.fromEntries(files.map((name) => [basename(name, '.yaml'), readFileSync(join(path, name), 'utf8')]));
}
