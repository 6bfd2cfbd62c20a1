import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { EngineLoadError } from '../engine-load-error.ts';
import type { PostgresAssets } from './manifest.ts';
import type { PostgresFiles } from './start.ts';
import { cachedTemplate } from './template-cache.ts';

let files: Promise<PostgresFiles> | null = null;

/** Reads the files once for the whole process: every server shares the compiled module. */
export const postgresAssetsInNode: PostgresAssets = {
  async load(onProgress) {
    files ??= readFiles();
    try {
      const loaded = await files;
      onProgress(loaded.bundle.size, loaded.bundle.size);
      return loaded;
    } catch (error) {
      files = null;
      throw new EngineLoadError('postgres', 'files', error instanceof Error ? error.message : String(error));
    }
  },
};

async function readFiles(): Promise<PostgresFiles> {
  const find = (name: string): string => createRequire(import.meta.url).resolve(`@electric-sql/pglite/${name}`);
  const [wasm, bundle, packed] = await Promise.all([
    readFile(find('pglite.wasm')),
    readFile(find('pglite.data')),
    cachedTemplate().then((path) => readFile(path)),
  ]);
  return {
    wasm: await WebAssembly.compile(wasm),
    bundle: new Blob([bundle]),
    template: new Blob([await promisify(gunzip)(packed)], { type: 'application/x-tar' }),
  };
}
