import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { allItems, findItem, type OrderedList, orderedList, putItem, removeItem, sliceItems } from './ordered-list.ts';

interface Item {
  readonly key: number;
  readonly value: number;
}

const byKey = (a: Item, b: Item) => a.key - b.key;
const key = fc.nat(300);
const edits = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('put' as const), key, value: fc.nat() }),
    fc.record({ kind: fc.constant('remove' as const), key, value: fc.constant(0) }),
  ),
  { maxLength: 400 },
);

it('is a sorted map, whatever is put in and taken out', () => {
  fc.assert(
    fc.property(fc.uniqueArray(key), edits, (start, changes) => {
      let list: OrderedList<Item> = orderedList(
        start.map((one) => ({ key: one, value: 0 })),
        byKey,
      );
      const model = new Map(start.map((one) => [one, 0]));
      for (const edit of changes) {
        if (edit.kind === 'put') model.set(edit.key, edit.value);
        else model.delete(edit.key);
        list =
          edit.kind === 'put'
            ? putItem(list, { key: edit.key, value: edit.value }, byKey)
            : removeItem(list, (item) => item.key - edit.key);
      }
      const expected = [...model].sort(([a], [b]) => a - b).map(([one, value]) => ({ key: one, value }));

      expect(allItems(list)).toEqual(expected);
      expect(list.size).toBe(expected.length);
      expect(sliceItems(list, 3, 10)).toEqual(expected.slice(3, 13));
      for (const one of expected) expect(findItem(list, (item) => item.key - one.key)).toEqual(one);
      expect(findItem(list, (item) => item.key - 1000)).toBeUndefined();
    }),
    { numRuns: 60 },
  );
});

it('shares with the list before it all but what changed', () => {
  const before = orderedList(
    Array.from({ length: 1000 }, (_, place) => ({ key: place, value: 0 })),
    byKey,
  );
  const after = putItem(before, { key: 500, value: 1 }, byKey);

  expect(after.chunks.filter((chunk) => !before.chunks.includes(chunk))).toHaveLength(1);
  expect(findItem(before, (item) => item.key - 500)?.value).toBe(0);
});
