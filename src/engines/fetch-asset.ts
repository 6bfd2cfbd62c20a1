import type { EngineKind } from '#sim/kernel/engine-port.ts';
import { EngineLoadError } from './engine-load-error.ts';

/** A file of an engine as the page fetches it. */
export interface Asset {
  readonly engine: EngineKind;
  /** How the screen names it when it cannot be had. */
  readonly name: string;
  readonly url: string;
  /** Size once unpacked by the browser: what a progress bar counts up to. */
  readonly bytes: number;
}

/**
 * Fetches one file, telling how many bytes came so far. Rejects with an `EngineLoadError`: many a host answers a
 * missing file with its start page, so an answer in HTML is refused too.
 */
export async function fetchAsset(
  asset: Asset,
  onBytes: (loaded: number) => void,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const { engine, name, url } = asset;
  const response = await fetch(url, { signal }).catch((error: unknown) => {
    throw new EngineLoadError(engine, name, error instanceof Error ? error.message : String(error));
  });
  if (!response.ok) throw new EngineLoadError(engine, name, `the server answered ${response.status}`);
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('text/html'))
    throw new EngineLoadError(engine, name, `the server answered with a page (${type})`);
  try {
    return await readAll(response, onBytes);
  } catch (error) {
    throw new EngineLoadError(engine, name, error instanceof Error ? error.message : String(error));
  }
}

async function readAll(response: Response, onBytes: (loaded: number) => void): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let loaded = 0;
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next !== undefined && !next.done; next = await reader?.read()) {
    chunks.push(next.value);
    loaded += next.value.length;
    onBytes(loaded);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/**
 * Fetches several files at once; progress counts over all of them and ends at the total. When one cannot be had the others
 * are given up, so that nothing is told after the refusal.
 */
export async function fetchAssets(
  assets: readonly Asset[],
  onProgress: (loadedBytes: number, totalBytes: number) => void,
): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const total = assets.reduce((sum, { bytes }) => sum + bytes, 0);
  const loaded = assets.map(() => 0);
  const giveUp = new AbortController();
  const told = (index: number, bytes: number): void => {
    if (giveUp.signal.aborted) return;
    loaded[index] = bytes;
    onProgress(
      loaded.reduce((sum, part) => sum + part, 0),
      total,
    );
  };
  onProgress(0, total);
  try {
    const files = await Promise.all(
      assets.map((asset, index) =>
        fetchAsset(asset, (bytes) => told(index, Math.min(bytes, asset.bytes)), giveUp.signal),
      ),
    );
    onProgress(total, total);
    return files;
  } catch (error) {
    giveUp.abort();
    throw error;
  }
}
