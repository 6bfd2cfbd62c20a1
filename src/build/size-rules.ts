/** A file of the built site: its path from `dist`, and its weight on the wire. */
export interface BuiltFile {
  readonly path: string;
  readonly gzipBytes: number;
}

/** One entry of Vite's manifest, by source path. */
export interface ManifestChunk {
  readonly file: string;
  readonly src?: string;
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
}

export type Manifest = Readonly<Record<string, ManifestChunk>>;

export interface Weight {
  readonly name: string;
  readonly gzipBytes: number;
  readonly budgetBytes: number;
  readonly files: readonly string[];
}

const KB = 1024;

const BUDGETS = {
  shell: { name: 'shell and gallery', budgetBytes: 130 * KB },
  player: { name: 'player', budgetBytes: 200 * KB },
  // Half of it is PGlite; the simulation with its expressions and the whole of MongoDB's operators are the other half.
  worker: { name: 'engine worker, JavaScript', budgetBytes: 280 * KB },
  postgres: { name: 'PostgreSQL with its template', budgetBytes: 8 * KB * KB },
};

/** What is loaded with these entries: their files, their styles and everything they import without being asked. */
function closureOf(manifest: Manifest, entries: readonly string[]): ReadonlySet<string> {
  const chunks = new Set(entries);
  const files = new Set<string>();
  for (const key of chunks) {
    const chunk = manifest[key];
    if (chunk === undefined) continue;
    files.add(chunk.file);
    chunk.css?.forEach((file) => files.add(file));
    chunk.imports?.forEach((next) => chunks.add(next));
  }
  return files;
}

const keysWhere = (manifest: Manifest, holds: (chunk: ManifestChunk, key: string) => boolean): readonly string[] =>
  Object.keys(manifest).filter((key) => {
    const chunk = manifest[key];
    return chunk !== undefined && holds(chunk, key);
  });

/** Parts of the page that a reader gets by opening a scenario, in one piece or in several. */
const OPENED_WITH_A_RUN = /^src\/app\/(player\/|panels\/|shell\/PlayerOnHost)/;

/** File systems that PGlite brings along for databases on a disk; in memory it never asks for them. */
const NEVER_LOADED = /\/(nodefs|opfs-ahp|memfs2opfs)-/;

const isWorkerCode = (path: string): boolean => /^assets\/worker\/.*\.js$/.test(path) && !NEVER_LOADED.test(path);

const isPostgres = (path: string): boolean => !path.endsWith('.js') && /pglite|initdb|postgres/i.test(path);

/** Weighs what a reader downloads: the start, the player on top of it, the worker's code, the largest engine. */
export function weigh(files: readonly BuiltFile[], manifest: Manifest): readonly Weight[] {
  const shell = closureOf(
    manifest,
    keysWhere(manifest, ({ isEntry }) => isEntry === true),
  );
  const player = closureOf(
    manifest,
    keysWhere(manifest, ({ isDynamicEntry }, key) => isDynamicEntry === true && OPENED_WITH_A_RUN.test(key)),
  );
  const sumOf = (budget: { name: string; budgetBytes: number }, belongs: (path: string) => boolean): Weight => {
    const chosen = files.filter(({ path }) => belongs(path));
    const gzipBytes = chosen.reduce((sum, file) => sum + file.gzipBytes, 0);
    return { ...budget, gzipBytes, files: chosen.map(({ path }) => path) };
  };
  return [
    sumOf(BUDGETS.shell, (path) => shell.has(path)),
    sumOf(BUDGETS.player, (path) => player.has(path) && !shell.has(path)),
    sumOf(BUDGETS.worker, isWorkerCode),
    sumOf(BUDGETS.postgres, isPostgres),
  ];
}

/** Why a weight is not acceptable, in a sentence; a weight of nothing means that the rule no longer finds what it weighs. */
export function complaintAbout({ name, gzipBytes, budgetBytes }: Weight): string | null {
  if (gzipBytes === 0) return `${name}: no file found to weigh, so the budget proves nothing`;
  if (gzipBytes > budgetBytes) return `${name}: ${inKb(gzipBytes)} is over its budget of ${inKb(budgetBytes)}`;
  return null;
}

export const inKb = (bytes: number): string => `${(bytes / KB).toFixed(1)} kB`;
