import { expect, it } from 'vitest';
import { Random } from './random.ts';

const five = (random: Random, stream: string): number[] => Array.from({ length: 5 }, () => random.draw(stream));

it('draws the same numbers from the same seed and stream', () => {
  expect(five(new Random(7), 'jitter')).toEqual(five(new Random(7), 'jitter'));
  expect(five(new Random(7), 'jitter')).not.toEqual(five(new Random(8), 'jitter'));
});

it('keeps streams apart: drawing from one never shifts another (R-KRN-1)', () => {
  const alone = five(new Random(7), 'jitter');
  const random = new Random(7);
  five(random, 'routing');

  expect(five(random, 'jitter')).toEqual(alone);
});

it('draws from 0 up to but not including 1', () => {
  const random = new Random(1);
  for (let n = 0; n < 1000; n++) {
    const drawn = random.draw('any');
    expect(drawn >= 0 && drawn < 1).toBe(true);
  }
});
