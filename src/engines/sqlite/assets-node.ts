import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { EngineLoadError } from '../engine-load-error.ts';
import type { SqliteAssets } from './manifest.ts';

export const sqliteAssetsInNode: SqliteAssets = {
  async wasm(onProgress) {
    try {
      const bytes = await readFile(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'));
      onProgress(bytes.length, bytes.length);
      return bytes;
    } catch (error) {
      throw new EngineLoadError('sqlite', 'sql-wasm.wasm', error instanceof Error ? error.message : String(error));
    }
  },
};
