import { describe, expect, it } from 'vitest';
import { currentPart, nextCard, partStanding } from './parts.ts';
import { aCard } from './testing/cards.ts';

const cards = ['ecommerce-order-created', 'database-ownership', 'dual-write', 'my-own'].map((id) => aCard({ id }));
const done = (...ids: readonly string[]) =>
  Object.fromEntries(
    ids.map((id) => [id, { beat: 4, beats: 4, step: 1, steps: 1, link: '', done: true, turn: 1, answers: {} }]),
  );

describe('the learning path', () => {
  it('counts what there is, not what is planned', () => {
    expect(partStanding('A', cards, done('database-ownership'))).toEqual({ count: 2, done: 1 });
    expect(partStanding('G', cards, {})).toEqual({ count: 0, done: 0 });
  });

  it('goes on with the first scenario that is not done', () => {
    expect(nextCard(cards, done('ecommerce-order-created'))?.id).toBe('database-ownership');
    expect(currentPart(cards, done('ecommerce-order-created', 'database-ownership'))).toBe('B');
    expect(nextCard(cards, done(...cards.map(({ id }) => id)))).toBeNull();
  });
});
