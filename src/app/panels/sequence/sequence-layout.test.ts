import { describe, expect, it } from 'vitest';
import { stepNumber } from '#sim/model/ids.ts';
import { instant } from '#sim/model/time.ts';
import type { SequenceRow } from '#sim/projections/sequence.ts';
import { columnWidth, layOutRows, lifelineX } from './sequence-layout.ts';

const row = (step: number, at: number): SequenceRow => {
  return { step: stepNumber(step), at: instant(at), gapMs: 0, actor: 'order', glyph: 'write' };
};

describe('the rows of a sequence diagram', () => {
  const layout = layOutRows({ rows: [row(1, 0), row(2, 5), row(3, 5), row(6, 1005)] });

  it('stand one below the other, those of one instant close together', () => {
    const [first = 0, second = 0, third = 0] = layout.rows.map(({ y }) => y);

    expect(second - first).toBeGreaterThan(third - second);
    expect(third).toBeGreaterThan(second);
  });

  it('say the time once, and tear out long silence', () => {
    expect(layout.rows.map(({ at }) => at)).toEqual([0, 5, null, 1005]);
    expect(layout.rows.map(({ torn }) => torn?.ms ?? null)).toEqual([null, null, null, 1000]);
  });

  it('lend their height to steps that have no row', () => {
    expect(layout.yOf(5)).toBe(layout.yOf(3));
    expect(layout.yOf(99)).toBe(layout.rows.at(-1)?.y);
    expect(layout.yOf(0)).toBeLessThan(layout.yOf(1));
  });
});

it('gives every participant a column, side by side and never too narrow for a name', () => {
  expect(columnWidth(744, 5)).toBeGreaterThanOrEqual(118);
  expect(columnWidth(300, 12)).toBe(118);
  expect(lifelineX(1, 120) - lifelineX(0, 120)).toBe(120);
});
