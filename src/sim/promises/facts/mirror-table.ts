import type { ColumnShape, Row, RowChange, TableContents } from '../../model/rows.ts';
import { compareKeys, type KeyValues, keyOf } from '../../projections/key-order.ts';

interface Kept {
  readonly order: KeyValues;
  readonly row: Row;
}

const NO_ROWS: readonly Row[] = Object.freeze([]);

/** The committed rows of one table in key order. */
export class MirrorTable {
  readonly #kept: Kept[] = [];
  #columns: readonly ColumnShape[];
  #rows: readonly Row[] | null = NO_ROWS;

  constructor(columns: readonly ColumnShape[]) {
    this.#columns = columns;
  }

  static of({ columns, rows }: TableContents): MirrorTable {
    const table = new MirrorTable(columns);
    for (const row of rows) table.#put(row, JSON.stringify(row));
    return table;
  }

  /** The same list until a row changes. Frozen, as its rows are, so that an expression translates each of them once. */
  get rows(): readonly Row[] {
    this.#rows ??= Object.freeze(this.#kept.map(({ row }) => row));
    return this.#rows;
  }

  apply({ key, before, after }: RowChange): void {
    if (before !== null) this.#remove(keyOf(before, this.#columns, key));
    if (after !== null) this.#put(after, key);
  }

  reshape(columns: readonly ColumnShape[]): void {
    this.#columns = columns;
  }

  #put(row: Row, key: string): void {
    const order = keyOf(row, this.#columns, key);
    const place = this.#placeOf(order);
    const known = this.#isAt(place, order);
    this.#kept.splice(place, known ? 1 : 0, { order, row: Object.freeze({ ...row }) });
    this.#rows = null;
  }

  #remove(order: KeyValues): void {
    const place = this.#placeOf(order);
    if (!this.#isAt(place, order)) return;
    this.#kept.splice(place, 1);
    this.#rows = null;
  }

  #isAt(place: number, order: KeyValues): boolean {
    const there = this.#kept[place];
    return there !== undefined && compareKeys(there.order, order) === 0;
  }

  /** Where the key stands, or would stand. */
  #placeOf(order: KeyValues): number {
    let low = 0;
    let high = this.#kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = this.#kept[middle];
      if (there !== undefined && compareKeys(there.order, order) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
