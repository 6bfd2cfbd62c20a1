import { PGlite } from '@electric-sql/pglite';

/** The files a Postgres is made of, loaded and compiled by whoever starts it. */
export interface PostgresFiles {
  readonly wasm: WebAssembly.Module;
  readonly bundle: Blob;
  /** An unpacked tar of a data directory made by `buildTemplate`. */
  readonly template: Blob;
}

const SETTINGS = [
  // PostgreSQL has no room for prepared transactions by default (E1).
  'max_prepared_transactions=10',
  // A statement keeps one plan, so that its sixth run does not answer in another order than its first.
  'plan_cache_mode=force_generic_plan',
  // Nothing is ever replayed from this log, and it lies in memory.
  'wal_level=minimal',
  'max_wal_senders=0',
  'full_page_writes=off',
  'wal_recycle=off',
  'min_wal_size=32MB',
];

export const START_PARAMETERS = [...PGlite.defaultStartParams, ...SETTINGS.flatMap((setting) => ['-c', setting])];

/** A module that does nothing, given where PGlite would fetch `initdb`, which a template makes needless. */
const NOTHING = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

let lastStart: Promise<unknown> = Promise.resolve();

/** Starts a Postgres from a template. One at a time: two that start together spoil each other. */
export function startPostgres({ wasm, bundle, template }: PostgresFiles): Promise<PGlite> {
  const started = lastStart.then(() =>
    PGlite.create({
      pgliteWasmModule: wasm,
      initdbWasmModule: new WebAssembly.Module(NOTHING),
      fsBundle: bundle,
      loadDataDir: template,
      startParams: START_PARAMETERS,
    }),
  );
  lastStart = started.catch(() => null);
  return started;
}
