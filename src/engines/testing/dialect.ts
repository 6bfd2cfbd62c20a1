import type { DatabaseSpec, EngineKind, Operation, Sql } from '#sim/kernel/engine-port.ts';
import type { Json } from '#sim/model/json.ts';

/** Values go in the holes: `` sql`select * from stock where sku = ${sku}` ``. */
export function sql(parts: TemplateStringsArray, ...values: readonly Json[]): Sql {
  return { kind: 'sql', parts: [...parts], values };
}

/** How one engine says the handful of things the contract needs said, and what it answers. */
export interface Dialect {
  readonly spec: DatabaseSpec;
  put(sku: string, onHand: number): Operation;
  /** Adds to every item with at least so many. */
  add(onHandAtLeast: number, delta: number): Operation;
  remove(sku: string): Operation;
  /** Everything there is, in key order. */
  readonly all: Operation;
  readonly nonsense: Operation;
  readonly key: 'sku' | '_id';
  readonly codes: {
    readonly duplicate: string;
    readonly nonsense: string;
    readonly readOnly: string;
    readonly stranger: string;
  };
  /** What a transaction is after an error (E4): dead, or as usable as before. */
  readonly afterError: 'aborted' | 'usable';
  readonly keepsRowsInCrash: boolean;
  /** After the columns of a new table. */
  readonly tableSuffix: string;
}

const SEED = [
  { sku: 'BOOK', on_hand: 10 },
  { sku: 'APPLE', on_hand: 3 },
] as const;

const CREATE = 'create table stock (sku text primary key, on_hand int not null check (on_hand >= 0))';

function spec(engine: EngineKind, migration: string | null): DatabaseSpec {
  const isDocument = migration === null;
  return {
    id: 'inventory',
    engine,
    standsFor: null,
    migrations: isDocument ? {} : { V1__create_stock: migration },
    collections: isDocument ? ['stock'] : [],
    rows: { stock: SEED.map(({ sku, on_hand }) => (isDocument ? { _id: sku, on_hand } : { sku, on_hand })) },
    atomicity: 'session',
    access: 'owner',
  };
}

const SQL_STATEMENTS = {
  put: (sku: string, onHand: number) => sql`insert into stock values (${sku}, ${onHand})`,
  add: (onHandAtLeast: number, delta: number) =>
    sql`update stock set on_hand = on_hand + ${delta} where on_hand >= ${onHandAtLeast}`,
  remove: (sku: string) => sql`delete from stock where sku = ${sku}`,
  all: sql`select sku, on_hand from stock order by sku`,
  nonsense: sql`selec * from stock`,
  key: 'sku',
  keepsRowsInCrash: true,
} as const;

const POSTGRES: Dialect = {
  ...SQL_STATEMENTS,
  spec: spec('postgres', CREATE),
  codes: { duplicate: '23505', nonsense: '42601', readOnly: '25006', stranger: '42501' },
  afterError: 'aborted',
  tableSuffix: '',
};

const SQLITE: Dialect = {
  ...SQL_STATEMENTS,
  spec: spec('sqlite', `${CREATE} strict`),
  codes: {
    duplicate: 'SQLITE_CONSTRAINT_PRIMARYKEY',
    nonsense: 'SQLITE_ERROR',
    readOnly: 'SQLITE_READONLY',
    stranger: 'ACCESS_DENIED',
  },
  afterError: 'usable',
  tableSuffix: ' strict',
};

const DOCUMENT: Dialect = {
  spec: spec('document', null),
  put: (sku, onHand) => ({ kind: 'insert', collection: 'stock', document: { _id: sku, on_hand: onHand } }),
  add: (onHandAtLeast, delta) => ({
    kind: 'update',
    collection: 'stock',
    filter: { on_hand: { $gte: onHandAtLeast } },
    update: { $inc: { on_hand: delta } },
    upsert: false,
  }),
  remove: (sku) => ({ kind: 'delete', collection: 'stock', filter: { _id: sku } }),
  all: { kind: 'find', collection: 'stock', filter: {}, sort: null, limit: null },
  nonsense: { kind: 'find', collection: 'stock', filter: { on_hand: { $above: 1 } }, sort: null, limit: null },
  key: '_id',
  codes: { duplicate: '11000', nonsense: '2', readOnly: 'READ_ONLY', stranger: 'ACCESS_DENIED' },
  afterError: 'aborted',
  keepsRowsInCrash: true,
  tableSuffix: '',
};

export const DIALECTS: Readonly<Record<EngineKind, Dialect>> = {
  postgres: POSTGRES,
  sqlite: SQLITE,
  document: DOCUMENT,
  memory: { ...DOCUMENT, spec: { ...DOCUMENT.spec, engine: 'memory' }, keepsRowsInCrash: false },
};
