import { describe, expect, it } from 'vitest';
import { aStep } from './testing/steps.ts';
import { nearestStoryPoint, StoryFinder, storyPointOf } from './story-point.ts';

const commitOf = (number: number, actor: string, at = number) =>
  aStep(
    number,
    { kind: 'transaction.committed', database: actor, tx: `t${String(number)}`, tables: [] },
    {
      actor,
      at,
      point: 'tx.after_commit',
      line: { handler: 'place-order', path: '2.commit' },
    },
  );
const wait = (number: number, at = number) => aStep(number, { kind: 'time.waited', ms: 1 }, { at });

describe('a story point', () => {
  it('is found again where the same actor passes the same fault point at the same line for the same time', () => {
    const before = [commitOf(1, 'order'), commitOf(2, 'user'), commitOf(3, 'order')];
    const after = [wait(1), commitOf(2, 'order'), wait(3), commitOf(4, 'order'), commitOf(5, 'user')];

    const point = storyPointOf(before, 3);

    expect(point).not.toBeNull();
    expect(point && nearestStoryPoint(point, after)).toBe(4);
  });

  it('is not found by time alone when another service does the same', () => {
    const point = storyPointOf([commitOf(1, 'order')], 1);

    expect(point && new StoryFinder(point).lookThrough([commitOf(1, 'user')])).toBeNull();
  });

  it('falls back to the last step that is not later in virtual time', () => {
    const point = storyPointOf([commitOf(1, 'order', 20)], 1);

    expect(point && nearestStoryPoint(point, [wait(1, 0), wait(2, 20), wait(3, 21)])).toBe(2);
  });

  it('is the opening when the cursor shows no step', () => {
    expect(storyPointOf([commitOf(1, 'order')], 0)).toBeNull();
  });
});
