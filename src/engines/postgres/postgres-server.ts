import type { PGlite } from '@electric-sql/pglite';
import type { Database, DatabaseSpec, EngineServer } from '#sim/kernel/engine-port.ts';
import { invariant } from '#sim/model/invariant.ts';
import { ownerName } from './naming.ts';
import { PostgresDatabase } from './postgres-database.ts';
import { Schema } from './schema.ts';
import { Session } from './session.ts';
import { SPARE_SCHEMAS } from './system-sql.ts';

/** Its log lies in memory and only a checkpoint lets go of it. */
const RUNS_BETWEEN_CHECKPOINTS = 20;

/** One PostgreSQL with a schema and a role per database: separate owners, one server (R-OWN-2). */
export class PostgresServer implements EngineServer {
  readonly #postgres: PGlite;
  readonly #session: Session;
  readonly #spares: string[] = [...SPARE_SCHEMAS];
  readonly #schemas = new Map<string, Schema>();
  readonly #inUse = new Set<Schema>();
  #runs = 0;

  constructor(postgres: PGlite) {
    this.#postgres = postgres;
    this.#session = new Session(postgres);
  }

  async open(spec: DatabaseSpec): Promise<Database> {
    const schema = this.#schemas.get(ownerName(spec.id)) ?? (await this.#make(ownerName(spec.id)));
    invariant(!this.#inUse.has(schema), `${spec.id} is opened once`);
    this.#inUse.add(schema);
    await schema.enter(spec.access === 'anyone');
    return new PostgresDatabase(spec, this.#session, schema);
  }

  async reset(): Promise<void> {
    await this.#session.mustRun('rollback');
    for (const schema of this.#inUse) {
      if (await schema.leave()) continue;
      await schema.drop();
      this.#schemas.delete(schema.name);
    }
    this.#inUse.clear();
    this.#runs += 1;
    if (this.#runs % RUNS_BETWEEN_CHECKPOINTS !== 0) return;
    await this.#session.becomeSuperuser();
    await this.#session.mustRun('checkpoint');
  }

  async close(): Promise<void> {
    await this.#postgres.close();
  }

  /** A schema that stands ready brings its owner along, so it serves only who is not known yet. */
  async #make(name: string): Promise<Schema> {
    const schema = new Schema(this.#session, name);
    await schema.make(this.#session.knows(name) ? undefined : this.#spares.shift());
    this.#schemas.set(name, schema);
    return schema;
  }
}
