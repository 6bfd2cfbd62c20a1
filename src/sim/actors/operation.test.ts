import { expect, it } from 'vitest';
import { fillOperation, matchOperation } from './operation.ts';

it('finds the values in a path, or says that it is another operation', () => {
  expect(matchOperation('GET /stock/:sku', 'GET /stock/SKU-BOOK')).toEqual({ sku: 'SKU-BOOK' });
  expect(matchOperation('POST /orders', 'POST /orders')).toEqual({});
  expect(matchOperation('rpc GetAvailability', 'rpc GetAvailability')).toEqual({});
  expect(matchOperation('GET /stock/:sku', 'POST /stock/SKU-BOOK')).toBeNull();
  expect(matchOperation('GET /stock/:sku', 'GET /stock/SKU-BOOK/price')).toBeNull();
});

it('fills a path and leaves what is not given', () => {
  expect(fillOperation('GET /stock/:sku/of/:shop', { sku: 'SKU-BOOK' })).toBe('GET /stock/SKU-BOOK/of/:shop');
});
