import type { EngineManifest, LoadProgress } from '#sim/kernel/engine-port.ts';
import { EngineLoadError } from '../engine-load-error.ts';

/** Where the one file of this engine comes from: the disk in Node, the server in the page. */
export interface SqliteAssets {
  /** The bytes of SQLite's WebAssembly. Rejects with an `EngineLoadError`. */
  wasm(onProgress: (loadedBytes: number, totalBytes: number) => void): Promise<Uint8Array>;
}

export function sqliteManifest(assets: SqliteAssets): EngineManifest<'sqlite'> {
  return {
    kind: 'sqlite',
    product: 'SQLite 3.54',
    language: 'sql',
    async start(onProgress: (progress: LoadProgress) => void) {
      const bytes = await assets.wasm((loadedBytes, totalBytes) => {
        onProgress({ engine: 'sqlite', loadedBytes, totalBytes });
      });
      try {
        const [{ default: initSqlJs }, { SqliteServer }] = await Promise.all([
          import('sql.js'),
          import('./sqlite-server.ts'),
        ]);
        return new SqliteServer(await initSqlJs({ wasmBinary: bytes.slice().buffer }));
      } catch (error) {
        throw new EngineLoadError('sqlite', 'start', error instanceof Error ? error.message : String(error));
      }
    },
  };
}
