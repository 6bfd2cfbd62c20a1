import { join } from 'node:path';
import type { Plugin } from 'vite';
import { type Built, buildScenario, printFindings } from './built-in.ts';
import { readScenarioTree } from './scenario-folders.ts';

const INDEX = 'virtual:scenarios';
const ONE = 'virtual:scenario/';
const BASES = 'virtual:scenario-bases';
/** Rollup's mark for a module that is in no file. */
const RESOLVED = '\0';

interface Everything {
  readonly scenarios: readonly Built[];
  readonly bases: Readonly<Record<string, string>>;
}

/**
 * Parses the built-in scenarios when the page is built, so that it ships neither YAML nor a schema to read its own: the index of
 * cards for the first page, each scenario in a file of its own, and the bases for a reader's files. A scenario that cannot be used
 * fails the build with all its findings.
 */
export function scenarioPlugin(root: string = join(import.meta.dirname, '..', '..', 'scenarios')): Plugin {
  let read: Everything | null = null;
  const everything = (): Everything => (read ??= readEverything(root));
  return {
    name: 'sagascope-scenarios',
    buildStart() {
      read = null;
    },
    resolveId: (id) => (id === INDEX || id === BASES || id.startsWith(ONE) ? RESOLVED + id : null),
    load(id) {
      if (!id.startsWith(RESOLVED)) return null;
      const name = id.slice(RESOLVED.length);
      if (name === INDEX) return indexModule(everything());
      if (name === BASES) return `export const bases = ${inlined(everything().bases)};`;
      if (!name.startsWith(ONE)) return null;
      const found = everything().scenarios.find(({ card }) => card.id === name.slice(ONE.length));
      return found === undefined ? null : `export const file = ${inlined(found.file)};`;
    },
  };
}

function readEverything(root: string): Everything {
  const { folders, bases } = readScenarioTree(root, 'scenarios');
  const built = folders.map((folder) => buildScenario(folder, bases));
  const findings = built.flatMap((result) => (result.ok ? [] : result.problem));
  if (findings.length > 0) throw new Error(`Scenarios that cannot be used:\n${printFindings(findings)}`);
  const scenarios = built.flatMap((result) => (result.ok ? [result.value] : []));
  const ids = scenarios.map(({ card }) => card.id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw new Error(`Two scenarios have the id \`${twice}\`.`);
  return { scenarios, bases };
}

function indexModule({ scenarios }: Everything): string {
  const files = scenarios.map(({ card: { id } }) => `${JSON.stringify(id)}: () => import(${JSON.stringify(ONE + id)})`);
  return `export const cards = ${inlined(scenarios.map(({ card }) => card))};
export const files = { ${files.join(', ')} };`;
}

/** Plain data as source. A browser reads it faster as text to parse than as an object literal. */
const inlined = (value: unknown): string => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
