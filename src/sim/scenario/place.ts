import { PickMemo } from './pick-memo.ts';

/** A stretch of a file, in characters from 0. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One file, ready to say which line and column an offset is. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
  /** Offset at which each line begins. */
  readonly lineStarts: readonly number[];
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'block' | 'none';

/** Where a value was written: its key (or list item) and itself. */
export interface Place {
  readonly source: SourceText;
  readonly key: Span;
  readonly value: Span;
  /** How a text was quoted; `none` for maps and lists. */
  readonly style: ScalarStyle;
}

export type Path = readonly (string | number)[];

type Holder = object;

/**
 * Remembers where every value of a tree of plain JSON was written. Merged and resolved trees are remembered too: a value
 * keeps the place of the layer that won.
 */
export class Places {
  readonly #byHolder = new WeakMap<Holder, Map<string | number, Place>>();

  /** Results of laying and cleaning, so that a map that takes part in many variants of a file is made once. */
  readonly laid = new WeakMap<Holder, WeakMap<Holder, object>>();
  readonly picks = new PickMemo();
  readonly cleaned = new WeakMap<Holder, object>();
  /** Services completed by their versions, by id. */
  readonly versions = new WeakMap<Holder, Map<string, object | null>>();

  put(holder: Holder, key: string | number, place: Place): void {
    const known = this.#byHolder.get(holder);
    if (known === undefined) this.#byHolder.set(holder, new Map([[key, place]]));
    else known.set(key, place);
  }

  of(holder: Holder, key: string | number): Place | null {
    return this.#byHolder.get(holder)?.get(key) ?? null;
  }

  /** The place of `from[fromKey]` is now also that of `to[toKey]`. */
  carry(from: Holder, fromKey: string | number, to: Holder, toKey: string | number): void {
    const place = this.of(from, fromKey);
    if (place !== null) this.put(to, toKey, place);
  }
}

export function sourceText(file: string, text: string): SourceText {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { file, text, lineStarts };
}

/** Line and column of an offset, both from 1. */
export function lineAndColumn(source: SourceText, offset: number): { readonly line: number; readonly column: number } {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (source.lineStarts[low] ?? 0) + 1 };
}
