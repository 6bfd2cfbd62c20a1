import { expect, it } from 'vitest';
import { hopMs, stretchOf } from './hop.ts';

it('takes half a second at 1×, and never too long or too short to follow', () => {
  expect([0.25, 1, 2, 4, 20].map(hopMs)).toEqual([900, 500, 250, 125, 120]);
});

it('goes to the middle when a message leaves and on from there when it arrives', () => {
  const out = stretchOf('out', false);
  const arrival = stretchOf('in', false);

  expect(out.from).toBe('0%');
  expect(arrival.from).toBe(out.to);
});

it('goes the other way round for an answer that has no line of its own', () => {
  expect(stretchOf('through', true).from).toBe('100%');
  expect(stretchOf('out', true).to).toBe('50%');
});
