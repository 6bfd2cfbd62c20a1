import type { EngineManifest, LoadProgress } from '#sim/kernel/engine-port.ts';
import { EngineLoadError } from '../engine-load-error.ts';
import type { PostgresFiles } from './start.ts';

/** Where the files of this engine come from: the disk in Node, the server in the page. */
export interface PostgresAssets {
  /** Rejects with an `EngineLoadError`. */
  load(onProgress: (loadedBytes: number, totalBytes: number) => void): Promise<PostgresFiles>;
}

export function postgresManifest(assets: PostgresAssets): EngineManifest<'postgres'> {
  return {
    kind: 'postgres',
    product: 'PostgreSQL 18.6',
    language: 'sql',
    async start(onProgress: (progress: LoadProgress) => void) {
      const files = await assets.load((loadedBytes, totalBytes) => {
        onProgress({ engine: 'postgres', loadedBytes, totalBytes });
      });
      try {
        const [{ startPostgres }, { PostgresServer }] = await Promise.all([
          import('./start.ts'),
          import('./postgres-server.ts'),
        ]);
        return new PostgresServer(await startPostgres(files));
      } catch (error) {
        throw new EngineLoadError('postgres', 'start', error instanceof Error ? error.message : String(error));
      }
    },
  };
}
