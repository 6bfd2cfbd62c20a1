import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Source } from './source.ts';

/** Every TypeScript file under a folder, with its path from there. */
export function readTree(folder: string): readonly Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(tsx?|mjs)$/.test(path))
    .sort()
    .map((path) => ({ path: path.split(sep).join('/'), text: readFileSync(join(folder, path), 'utf8') }));
}
