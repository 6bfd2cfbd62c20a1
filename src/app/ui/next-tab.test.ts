import { expect, it } from 'vitest';
import { nextTab } from './next-tab.ts';

const TABS = ['data', 'code', 'log'] as const;

it.each([
  ['data', 'ArrowRight', 'code'],
  ['log', 'ArrowRight', 'data'],
  ['data', 'ArrowLeft', 'log'],
  ['code', 'Home', 'data'],
  ['code', 'End', 'log'],
] as const)('goes from %s with %s to %s', (from, key, to) => {
  expect(nextTab(TABS, from, key)).toBe(to);
});

it('leaves other keys to the page', () => {
  expect(nextTab(TABS, 'data', 'ArrowDown')).toBeNull();
});
