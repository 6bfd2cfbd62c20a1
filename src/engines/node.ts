import type { EngineManifest } from '#sim/kernel/engine-port.ts';
import { engines } from './registry.ts';
import { postgresAssetsInNode } from './postgres/assets-node.ts';
import { sqliteAssetsInNode } from './sqlite/assets-node.ts';

/** Every engine, its files read from the disk. */
export function nodeEngines(): readonly EngineManifest[] {
  return engines({ postgres: postgresAssetsInNode, sqlite: sqliteAssetsInNode });
}
