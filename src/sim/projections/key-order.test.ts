import { expect, it } from 'vitest';
import { compareKeys, keyOf, printKey } from './key-order.ts';

it('orders numbers by size, texts by code unit, and shorter keys first', () => {
  const keys = [['b'], [10], ['a', 2], [9], ['a'], ['B'], [null], ['a', 10]];

  expect(keys.toSorted(compareKeys)).toEqual([[null], [9], [10], ['B'], ['a'], ['a', 2], ['a', 10], ['b']]);
});

it('reads a key from the key columns, in their order, and from the printed key where there are none', () => {
  const columns = ['order_id', 'sku', 'qty'].map((name) => ({ name, type: 'text', key: name !== 'qty' }));
  const row = { qty: 2, sku: 'SKU-BOOK', order_id: 'O-1' };

  expect(printKey(keyOf(row, columns, 'ignored'))).toBe('O-1, SKU-BOOK');
  expect(keyOf(row, [], 'printed')).toEqual(['printed']);
});
