import wasmUrl from 'sql.js/dist/sql-wasm-browser.wasm?url';
import { fetchAssets } from '../fetch-asset.ts';
import type { SqliteAssets } from './manifest.ts';
import { SQLITE_WASM_BYTES } from './sizes.ts';

export const sqliteAssetsInPage: SqliteAssets = {
  async wasm(onProgress) {
    const asset = { engine: 'sqlite', name: 'sql-wasm.wasm', url: wasmUrl, bytes: SQLITE_WASM_BYTES } as const;
    const [wasm] = await fetchAssets([asset], onProgress);
    return wasm ?? new Uint8Array();
  },
};
