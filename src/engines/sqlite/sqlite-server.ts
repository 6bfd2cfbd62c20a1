import type { SqlJsStatic } from 'sql.js';
import type { Database, DatabaseSpec, EngineServer } from '#sim/kernel/engine-port.ts';
import { systemTables } from '../sql/system-tables.ts';
import { SqliteDatabase } from './sqlite-database.ts';
import { Store } from './store.ts';

const SYSTEM = systemTables({
  identity: 'integer primary key not null',
  json: 'text',
  integer: 'integer',
  flag: 'integer',
  suffix: ' strict',
});

/** SQLite in memory, a store per database. */
export class SqliteServer implements EngineServer {
  readonly #sqlite: SqlJsStatic;
  readonly #open = new Set<SqliteDatabase>();

  constructor(sqlite: SqlJsStatic) {
    this.#sqlite = sqlite;
  }

  open(spec: DatabaseSpec): Promise<Database> {
    const store = new Store(new this.#sqlite.Database());
    store.writable(true);
    store.exec(SYSTEM.join(';'));
    store.writable(false);
    const database = new SqliteDatabase(spec, store);
    this.#open.add(database);
    return Promise.resolve(database);
  }

  reset(): Promise<void> {
    for (const database of this.#open) database.close();
    this.#open.clear();
    return Promise.resolve();
  }

  close(): Promise<void> {
    return this.reset();
  }
}
