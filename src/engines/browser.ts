import type { EngineManifest } from '#sim/kernel/engine-port.ts';
import { postgresAssetsInPage } from './postgres/assets-browser.ts';
import { engines } from './registry.ts';
import { sqliteAssetsInPage } from './sqlite/assets-browser.ts';

/** Every engine, its files fetched from where the page came from. */
export function browserEngines(): readonly EngineManifest[] {
  return engines({ postgres: postgresAssetsInPage, sqlite: sqliteAssetsInPage });
}
