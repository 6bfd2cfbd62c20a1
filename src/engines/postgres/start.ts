import { PGlite } from '@electric-sql/pglite';

/** The files a Postgres is made of, loaded and compiled by whoever starts it. */
export interface PostgresFiles {
  readonly wasm: WebAssembly.Module;
  readonly bundle: Blob;
  /** An unpacked tar of a data directory made by `buildTemplate`. */
  readonly template: Blob;
}

/** PGlite's own parameters and room for prepared transactions, which PostgreSQL has none of by default (E1). */
export const START_PARAMETERS = [...PGlite.defaultStartParams, '-c', 'max_prepared_transactions=10'];

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
