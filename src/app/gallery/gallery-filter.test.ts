import { describe, expect, it } from 'vitest';
import { fitting, isFiltering, NO_FILTER } from './gallery-filter.ts';
import { aCard } from './testing/cards.ts';

const cards = [
  aCard({ id: 'dual-write', question: 'Who will ever find out?', level: 'medium', minutes: 10 }),
  aCard({ id: 'database-ownership', question: 'What is broken?', level: 'easy', minutes: 8, engines: ['sqlite'] }),
];

const ids = (filter: Partial<typeof NO_FILTER>) => fitting(cards, { ...NO_FILTER, ...filter }).map(({ id }) => id);

describe('the search', () => {
  it('finds nothing to leave out while nothing is asked', () => {
    expect(isFiltering(NO_FILTER)).toBe(false);
    expect(ids({})).toEqual(['dual-write', 'database-ownership']);
  });

  it('wants every word, anywhere, in any case', () => {
    expect(ids({ words: 'WRITE find' })).toEqual(['dual-write']);
    expect(ids({ words: 'write broken' })).toEqual([]);
  });

  it('takes level, length and engine together', () => {
    expect(ids({ level: 'easy' })).toEqual(['database-ownership']);
    expect(ids({ length: 'short' })).toEqual(['database-ownership']);
    expect(ids({ length: 'long' })).toEqual(['dual-write']);
    expect(ids({ engine: 'sqlite' })).toEqual(['database-ownership']);
    expect(ids({ engine: 'sqlite', level: 'medium' })).toEqual([]);
  });
});
