import type { Database, DatabaseSpec, EngineServer } from '#sim/kernel/engine-port.ts';
import { DocumentDatabase } from './document-database.ts';

/** Databases of documents in memory. Forgetting them is letting go of them. */
export class DocumentServer implements EngineServer {
  readonly #keepsRowsInCrash: boolean;

  constructor(keepsRowsInCrash: boolean) {
    this.#keepsRowsInCrash = keepsRowsInCrash;
  }

  open(spec: DatabaseSpec): Promise<Database> {
    return Promise.resolve(new DocumentDatabase(spec, this.#keepsRowsInCrash));
  }

  reset(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
