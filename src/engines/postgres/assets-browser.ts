import bundleUrl from '@electric-sql/pglite/pglite.data?url';
import wasmUrl from '@electric-sql/pglite/pglite.wasm?url';
import templateUrl from 'virtual:postgres-template?url';
import { EngineLoadError } from '../engine-load-error.ts';
import { type Asset, fetchAssets } from '../fetch-asset.ts';
import type { PostgresAssets } from './manifest.ts';
import { POSTGRES_BYTES } from './sizes.ts';

const ASSETS: readonly Asset[] = [
  { engine: 'postgres', name: 'pglite.wasm', url: wasmUrl, bytes: POSTGRES_BYTES.wasm },
  { engine: 'postgres', name: 'pglite.data', url: bundleUrl, bytes: POSTGRES_BYTES.bundle },
  { engine: 'postgres', name: 'postgres-template', url: templateUrl, bytes: POSTGRES_BYTES.template },
];

/**
 * We fetch and compile the files ourselves: PGlite left alone waits for ever when a server gives them the wrong type
 * or answers with a page.
 */
export const postgresAssetsInPage: PostgresAssets = {
  async load(onProgress) {
    const [wasm, bundle, template] = await fetchAssets(ASSETS, onProgress);
    return {
      wasm: await attempt('pglite.wasm', () => WebAssembly.compile(wasm ?? new Uint8Array())),
      bundle: new Blob([bundle ?? '']),
      template: await attempt('postgres-template', () => unpacked(template ?? new Uint8Array())),
    };
  },
};

/** Some hosts unpack a gzipped file on the way; its first bytes tell. */
async function unpacked(file: Uint8Array<ArrayBuffer>): Promise<Blob> {
  const isPacked = file[0] === 0x1f && file[1] === 0x8b;
  const stream = new Blob([file]).stream();
  const tar = await new Response(isPacked ? stream.pipeThrough(new DecompressionStream('gzip')) : stream).arrayBuffer();
  return new Blob([tar], { type: 'application/x-tar' });
}

async function attempt<Value>(asset: string, make: () => Promise<Value>): Promise<Value> {
  try {
    return await make();
  } catch (error) {
    throw new EngineLoadError('postgres', asset, error instanceof Error ? error.message : String(error));
  }
}
