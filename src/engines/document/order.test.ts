import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '#sim/model/json.ts';
import { compareValues, sameValue } from './order.ts';
import { sortValue } from './paths.ts';

/** Values of every type, small enough that many are alike. */
const values = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom<Json>(null, true, false, 0, 1, -1.5, '', 'a', 'B'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('x', 'y'), tie('value'), { maxKeys: 2 }),
  ),
})).value;

describe('the order over all values', () => {
  it('is total: it decides between any two, and keeps to it', () => {
    fc.assert(
      fc.property(values, values, values, (a, b, c) => {
        expect(Math.sign(compareValues(a, b))).toBe(-Math.sign(compareValues(b, a)) + 0);
        if (compareValues(a, b) <= 0 && compareValues(b, c) <= 0) expect(compareValues(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('calls the same only what prints the same', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        expect(sameValue(a, b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });

  it('goes by type first, then by value; in documents by field, its type before its name', () => {
    const rising: readonly Json[] = [
      null,
      -1,
      2,
      10,
      'B',
      'a',
      {},
      { b: 1 },
      { a: 'x' },
      { b: 'x' },
      { b: 'x', c: 1 },
      [],
      [1],
      [1, 2],
      [2],
      false,
      true,
    ];
    const sorted = rising.toReversed().toSorted(compareValues);
    expect(sorted).toEqual(rising);
  });
});

describe('what a sort compares', () => {
  it.each<[Json, number, Json | undefined]>([
    [{ a: [3, 1, 2] }, 1, 1],
    [{ a: [3, 1, 2] }, -1, 3],
    [{ a: [] }, 1, undefined],
    [{}, 1, null],
    [{ a: [{ b: 1 }] }, 1, { b: 1 }],
  ])('%j going %i', (document, direction, value) => {
    expect(sortValue(document, 'a', direction)).toEqual(value);
  });
});
