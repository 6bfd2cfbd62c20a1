import type { Json, JsonMap } from '../model/json.ts';
import type { Result } from '../model/result.ts';
import type { Row, RowChange, TableContents, TableShape } from '../model/rows.ts';

export type EngineKind = 'postgres' | 'sqlite' | 'document' | 'memory';

/** SQL with holes: `parts` has one entry more than `values`, and a value is bound in each hole, never spliced. */
export interface Sql {
  readonly kind: 'sql';
  readonly parts: readonly string[];
  readonly values: readonly Json[];
}

/** MongoDB-style operations. `update` and `delete` change every document that matches, in key order. */
export type DocumentOperation =
  | {
      readonly kind: 'find';
      readonly collection: string;
      readonly filter: JsonMap;
      readonly sort: JsonMap | null;
      readonly limit: number | null;
    }
  | { readonly kind: 'aggregate'; readonly collection: string; readonly pipeline: readonly JsonMap[] }
  | { readonly kind: 'insert'; readonly collection: string; readonly document: JsonMap }
  | {
      readonly kind: 'update';
      readonly collection: string;
      readonly filter: JsonMap;
      readonly update: JsonMap;
      readonly upsert: boolean;
    }
  | { readonly kind: 'delete'; readonly collection: string; readonly filter: JsonMap };

export type Operation = Sql | DocumentOperation;

export type RefusalReason =
  | 'constraint'
  | 'syntax'
  | 'unknown-name'
  | 'permission'
  | 'read-only'
  | 'type'
  | 'locked'
  | 'transaction-aborted'
  | 'unsupported'
  | 'unavailable'
  | 'other';

/** What the engine itself said when it refused: its own code (SQLSTATE, SQLITE_CONSTRAINT_CHECK, 11000 …) and words. */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly code: string;
  readonly message: string;
  /** Offset into the statement, from 0, where the engine gives one. */
  readonly position: number | null;
}

export interface Executed {
  /** Rows the statement returned (`select`, `returning`, `find`); for document updates, the documents after. */
  readonly rows: readonly Row[];
  /** Rows matched by a write; rows returned by a read. */
  readonly count: number;
  /** In the order they were made, captured in the same round trip. */
  readonly changes: readonly RowChange[];
}

export interface DatabaseSpec {
  readonly id: string;
  readonly engine: EngineKind;
  readonly standsFor: string | null;
  /** `V1__create_orders` → SQL, in the order of the file. Documents have none. */
  readonly migrations: Readonly<Record<string, string>>;
  readonly collections: readonly string[];
  /** Table or collection → rows put in once, after the migrations of the starting version. */
  readonly rows: Readonly<Record<string, readonly Row[]>>;
  /** Documents only: `document` makes each document write commit alone (R-TX-3). */
  readonly atomicity: 'session' | 'document';
  /** `owner`: the engine refuses any other caller. `anyone`: the door stands open (R-OWN, to be shown). */
  readonly access: 'owner' | 'anyone';
}

/**
 * A real database, seen from the simulation.
 *
 * An engine may take as long as it likes in real time; virtual time does not pass inside it. Given the same
 * calls it answers the same way. At most one transaction is open at a time on a whole server: the kernel runs a local
 * transaction in one turn. An engine never issues a statement that would wait for a lock.
 */
export interface Database {
  readonly spec: DatabaseSpec;
  /** Tables with columns, key columns first where the engine has no order of its own, sorted by name. */
  tables(): Promise<readonly TableShape[]>;
  /** Reads outside a transaction, in a read-only session. `as` is the asking service; a stranger is refused by the engine where it can. */
  query(operation: Operation, as: string): Promise<Result<Executed, Refusal>>;
  begin(as: string): Promise<void>;
  /** Inside the open transaction. After a refusal the transaction is in whatever state the engine leaves it (E4). */
  execute(operation: Operation): Promise<Result<Executed, Refusal>>;
  /** Refused when deferred constraints fail or when the engine turns the commit into a rollback (E4). */
  commit(): Promise<Result<null, Refusal>>;
  rollback(): Promise<void>;
  /**
   * Runs one migration and writes its `schema_history` row. `virtualMs` stands in the history instead of a clock.
   * On refusal what stays behind is what the engine leaves behind (R-MIG-4).
   */
  migrate(name: string, script: string, virtualMs: number): Promise<Result<readonly RowChange[], Refusal>>;
  /** Puts the spec's rows in. Refused rows name their table. */
  seed(): Promise<Result<null, Refusal & { readonly table: string }>>;
  /** All tables with all committed rows in key order. */
  snapshot(): Promise<readonly TableContents[]>;
  /** A crash of the database: open transactions are gone, committed rows stay; a `memory` engine loses its rows. */
  crash(): Promise<void>;
}

/** One running engine that hosts one or more databases: one PostgreSQL with a schema and a role per service, or one store per database. */
export interface EngineServer {
  open(spec: DatabaseSpec): Promise<Database>;
  /** Forgets every database, keeps the engine warm for the next run. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

export interface LoadProgress {
  readonly engine: EngineKind;
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

export interface EngineManifest<Kind extends EngineKind = EngineKind> {
  readonly kind: Kind;
  /** `PostgreSQL 18.6`, `SQLite 3.54`, `LokiJS 1.5`: product and version as the screen says it. */
  readonly product: string;
  readonly language: 'sql' | 'document';
  /** Loads and starts the engine. Rejects with an `EngineLoadError` that says what could not be loaded. */
  start(onProgress: (progress: LoadProgress) => void): Promise<EngineServer>;
}
