import type { Json } from './json.ts';

/** A row of a relational table or a document of a collection, columns in the engine's order. */
export type Row = Readonly<Record<string, Json>>;

/** One row as a statement left it. `before` is null for an insert, `after` for a delete. */
export interface RowChange {
  readonly table: string;
  /** The primary key printed: `O-1`, or `O-1, SKU-BOOK` when it has several columns. */
  readonly key: string;
  readonly before: Row | null;
  readonly after: Row | null;
}

export interface ColumnShape {
  readonly name: string;
  /** The type as the engine names it; for documents the JSON type seen, or `mixed`. */
  readonly type: string;
  readonly key: boolean;
}

export interface TableShape {
  readonly name: string;
  readonly columns: readonly ColumnShape[];
  /** Made by the product in every database: outbox, inbox, idempotency_key, saga_instance, saga_step, schema_history. */
  readonly system: boolean;
}

/** A table with all its committed rows in key order. */
export interface TableContents extends TableShape {
  readonly rows: readonly Row[];
}
