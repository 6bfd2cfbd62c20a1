import { expect, it } from 'vitest';
import { wayThrough } from './geometry.ts';

it('has a head at its end, and one at its start for what goes back along it', () => {
  const way = wayThrough([
    { x: 0, y: 0 },
    { x: 0, y: 50 },
    { x: 80, y: 50 },
  ]);

  expect(way.end).toEqual({ x: 80, y: 50, angle: 0 });
  expect(way.start).toEqual({ x: 0, y: 0, angle: -90 });
});
