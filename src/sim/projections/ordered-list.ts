import { invariant } from '../model/invariant.ts';

/**
 * An immutable list in order, cheap to change: an edit copies one chunk and the list of chunks, the rest is shared
 * with the list before it. A run of 10,000 steps keeps forty versions of a table for the price of little more than one.
 */
export interface OrderedList<Item> {
  readonly size: number;
  readonly chunks: readonly (readonly Item[])[];
}

export type Compare<Item> = (a: Item, b: Item) => number;

const CHUNK_AT_MOST = 64;
const EMPTY: OrderedList<never> = { size: 0, chunks: [] };

export const emptyList = <Item>(): OrderedList<Item> => EMPTY;

export function orderedList<Item>(items: readonly Item[], compare: Compare<Item>): OrderedList<Item> {
  const sorted = items.toSorted(compare);
  const chunks: (readonly Item[])[] = [];
  for (let start = 0; start < sorted.length; start += CHUNK_AT_MOST / 2) {
    chunks.push(sorted.slice(start, start + CHUNK_AT_MOST / 2));
  }
  return { size: sorted.length, chunks };
}

/** The item that `compare` answers 0 for: it is given an item and says where it stands from the one wanted. */
export function findItem<Item>(list: OrderedList<Item>, compare: (item: Item) => number): Item | undefined {
  const chunk = list.chunks[chunkFor(list, compare)];
  if (chunk === undefined) return undefined;
  const item = chunk[placeIn(chunk, compare)];
  return item !== undefined && compare(item) === 0 ? item : undefined;
}

/** The list with `item` in its place, instead of the item that compares equal, if there is one. */
export function putItem<Item>(list: OrderedList<Item>, item: Item, compare: Compare<Item>): OrderedList<Item> {
  const where = (other: Item) => compare(other, item);
  const at = chunkFor(list, where);
  const chunk = list.chunks[at];
  if (chunk === undefined) return { size: 1, chunks: [[item]] };
  const place = placeIn(chunk, where);
  const found = chunk[place];
  const replaces = found !== undefined && where(found) === 0;
  const edited = chunk.toSpliced(place, replaces ? 1 : 0, item);
  const pieces =
    edited.length <= CHUNK_AT_MOST ? [edited] : [edited.slice(0, CHUNK_AT_MOST / 2), edited.slice(CHUNK_AT_MOST / 2)];
  return { size: list.size + (replaces ? 0 : 1), chunks: list.chunks.toSpliced(at, 1, ...pieces) };
}

/** The list without the item that `compare` answers 0 for; the same list when there is none. */
export function removeItem<Item>(list: OrderedList<Item>, compare: (item: Item) => number): OrderedList<Item> {
  const at = chunkFor(list, compare);
  const chunk = list.chunks[at];
  if (chunk === undefined) return list;
  const place = placeIn(chunk, compare);
  const found = chunk[place];
  if (found === undefined || compare(found) !== 0) return list;
  const pieces = chunk.length === 1 ? [] : [chunk.toSpliced(place, 1)];
  return { size: list.size - 1, chunks: list.chunks.toSpliced(at, 1, ...pieces) };
}

/** Up to `count` items from position `start`, in order: what a page of a table shows. */
export function sliceItems<Item>(list: OrderedList<Item>, start: number, count: number): readonly Item[] {
  const items: Item[] = [];
  let passed = 0;
  for (const chunk of list.chunks) {
    if (passed + chunk.length > start) {
      items.push(...chunk.slice(Math.max(0, start - passed), start + count - passed));
      if (items.length >= count) break;
    }
    passed += chunk.length;
  }
  return items;
}

export const allItems = <Item>(list: OrderedList<Item>): readonly Item[] => list.chunks.flat();

/** The first chunk whose last item is not before the one wanted; the last chunk when all are. */
function chunkFor<Item>({ chunks }: OrderedList<Item>, compare: (item: Item) => number): number {
  let low = 0;
  let high = chunks.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const last = chunks[middle]?.at(-1);
    invariant(last !== undefined, 'a chunk is never empty');
    if (compare(last) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placeIn<Item>(chunk: readonly Item[], compare: (item: Item) => number): number {
  let low = 0;
  let high = chunk.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = chunk[middle];
    if (item !== undefined && compare(item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
