import { expect, it } from 'vitest';
import { median, pairedRatios, quantile } from './figures.ts';

it('finds the median and the tail', () => {
  const samples = [5, 1, 4, 2, 3];

  expect(median(samples)).toBe(3);
  expect(quantile(samples, 0.95)).toBe(5);
  expect(quantile(samples, 0.2)).toBe(1);
});

it('pairs what it compares, in turn, and leaves the warm-up out', async () => {
  const order: string[] = [];
  const note = (name: string) => () => Promise.resolve(order.push(name));

  const { ratios, aMs, bMs } = await pairedRatios(note('a'), note('b'), { warmUp: 1, count: 2 });

  expect(order).toEqual(['a', 'b', 'b', 'a', 'a', 'b']);
  expect([ratios.length, aMs.length, bMs.length]).toEqual([2, 2, 2]);
});
