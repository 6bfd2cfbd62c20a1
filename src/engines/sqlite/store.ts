import type { Database as SqliteDatabase, SqlValue, Statement } from 'sql.js';
import type { Json } from '#sim/model/json.ts';
import type { Row } from '#sim/model/rows.ts';
import { fraction, hex, wholeNumber } from '../sql/sql-values.ts';

type Cell = SqlValue | bigint;

/** One SQLite database in memory with its prepared statements. Throws what SQLite throws. */
export class Store {
  readonly #database: SqliteDatabase;
  readonly #prepared = new Map<string, Statement>();
  #open = true;

  constructor(database: SqliteDatabase) {
    this.#database = database;
    this.exec('pragma foreign_keys = on');
    this.exec('pragma recursive_triggers = on');
    this.writable(false);
  }

  /** Whether statements may write at all; shut by default. Answers how it was before. */
  writable(open: boolean): boolean {
    const before = this.#open;
    if (open !== before) this.run(`pragma query_only = ${open ? 'off' : 'on'}`);
    this.#open = open;
    return before;
  }

  exec(text: string): void {
    this.#database.exec(text);
  }

  /** Rows of one statement, columns in SQLite's order, each cell as JSON has it. */
  run(text: string, values: readonly Json[] = []): readonly Row[] {
    const statement = this.#prepare(text);
    const rows = this.cells(text, values);
    const columns = statement.getColumnNames();
    return rows.map((row) => Object.fromEntries(row.map((cell, index) => [columns[index] ?? '', cell])));
  }

  /** The same without column names. */
  cells(text: string, values: readonly Json[] = []): readonly (readonly Json[])[] {
    const statement = this.#prepare(text);
    const rows: Json[][] = [];
    try {
      statement.bind(values.map(bindable));
      while (statement.step()) rows.push(readCells(statement));
    } finally {
      statement.reset();
    }
    return rows;
  }

  /** Rows matched by the last insert, update or delete, triggers not counted. */
  rowsMatched(): number {
    return this.#database.getRowsModified();
  }

  /** The statements of a script, one at a time, each compiled only when its turn comes. */
  *script(text: string): Generator<Statement, void> {
    for (const statement of this.#database.iterateStatements(text)) yield statement;
  }

  close(): void {
    this.#prepared.clear();
    this.#database.close();
  }

  #prepare(text: string): Statement {
    const known = this.#prepared.get(text);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(text);
    this.#prepared.set(text, statement);
    return statement;
  }
}

/** What the types of sql.js leave out: whole numbers as they are, however long. */
interface ExactStatement {
  get(values: null, options: { readonly useBigInt: true }): readonly Cell[];
}

function readCells(statement: Statement): Json[] {
  return (statement as unknown as ExactStatement).get(null, { useBigInt: true }).map(normal);
}

function normal(cell: Cell): Json {
  if (typeof cell === 'bigint') return wholeNumber(cell.toString());
  if (typeof cell === 'number') return fraction(cell);
  return cell instanceof Uint8Array ? hex(cell) : cell;
}

/** SQLite has no truth values and no JSON type: 1 and 0, and text that its JSON functions read. */
function bindable(value: Json): SqlValue {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
