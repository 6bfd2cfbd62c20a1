import type { EngineManifest } from '#sim/kernel/engine-port.ts';
import { documentManifest } from './document/manifest.ts';
import { memoryManifest } from './memory/manifest.ts';
import { type PostgresAssets, postgresManifest } from './postgres/manifest.ts';
import { sqliteManifest, type SqliteAssets } from './sqlite/manifest.ts';

/** Where the engines that are WebAssembly get their files: the one thing that differs between Node and the page. */
export interface EngineAssets {
  readonly postgres: PostgresAssets;
  readonly sqlite: SqliteAssets;
}

/** Every engine a scenario may name. A new engine is a folder and one line here; nothing loads before its `start`. */
export function engines(assets: EngineAssets): readonly EngineManifest[] {
  return [postgresManifest(assets.postgres), sqliteManifest(assets.sqlite), documentManifest, memoryManifest];
}
