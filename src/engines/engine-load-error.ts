import type { EngineKind } from '#sim/kernel/engine-port.ts';

/** Why an engine did not start: which of its files could not be had, and what the loader saw. */
export class EngineLoadError extends Error {
  override readonly name = 'EngineLoadError';
  readonly engine: EngineKind;
  /** `pglite.wasm`, or `start` when every file came and the engine itself failed. */
  readonly asset: string;
  readonly detail: string;

  constructor(engine: EngineKind, asset: string, detail: string) {
    super(`${engine}: ${asset}: ${detail}`);
    this.engine = engine;
    this.asset = asset;
    this.detail = detail;
  }
}
