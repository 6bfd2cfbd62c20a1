import * as mingo from 'mingo';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonMap } from '../../model/json.ts';
import { compileFilter, UnknownOperator } from './match-document.ts';

const something: fc.Arbitrary<Json> = fc.constantFrom<Json>(0, 1, 2, 'a', 'b', true, false);
const scalar: fc.Arbitrary<Json> = fc.oneof(something, fc.constant(null));
const value: fc.Arbitrary<Json> = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('x', 'y'), scalar, { maxKeys: 2, noNullPrototype: true }),
  fc.array(fc.dictionary(fc.constantFrom('x', 'y'), scalar, { maxKeys: 2, noNullPrototype: true }), { maxLength: 2 }),
);
const document = fc.dictionary(fc.constantFrom('a', 'b', 'c'), value, {
  maxKeys: 3,
  noNullPrototype: true,
}) as fc.Arbitrary<JsonMap>;

/** Where a path goes through a list, stores differ over null; a promise that asks for it had better name the element. */
const condition = (operand: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.oneof(
    operand,
    fc
      .tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'), operand)
      .map(([key, one]) => ({ [key]: one })),
    fc
      .tuple(fc.constantFrom('$in', '$nin'), fc.array(operand, { minLength: 1, maxLength: 3 }))
      .map(([key, list]) => ({ [key]: list })),
    fc.boolean().map((there) => ({ $exists: there })),
    operand.map((one) => ({ $not: { $gt: one } })),
  );

const some = (path: fc.Arbitrary<string>, wanted: fc.Arbitrary<Json>) =>
  fc.dictionary(path, wanted, { maxKeys: 2, noNullPrototype: true });

const simple = fc
  .tuple(
    some(
      fc.constantFrom('a', 'b', 'c'),
      fc.oneof(
        condition(scalar),
        fc.nat(3).map((size) => ({ $size: size })),
      ),
    ),
    some(fc.constantFrom('a.x', 'b.y', 'a.0', 'c.1'), condition(something)),
  )
  .map(([shallow, deep]): JsonMap => ({ ...shallow, ...deep }));
const filter = fc.oneof(
  simple,
  fc
    .tuple(fc.constantFrom('$and', '$or', '$nor'), fc.array(simple, { minLength: 1, maxLength: 2 }))
    .map(([key, list]) => ({ [key]: list })),
) as fc.Arbitrary<JsonMap>;

describe('a filter over documents', () => {
  it('finds what the document engine finds', () => {
    fc.assert(
      fc.property(document, filter, (one, wanted) => {
        const ours = compileFilter(wanted)(one);
        expect([JSON.stringify(wanted), ours]).toEqual([JSON.stringify(wanted), new mingo.Query(wanted).test(one)]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each<readonly [JsonMap, JsonMap, boolean]>([
    [{ a: [1, 2] }, { a: { $all: [1, 2] } }, true],
    [{ a: [1] }, { a: { $all: [1, 2] } }, false],
    [{ a: 1 }, { a: { $all: [1] } }, true],
    [{ a: [{ x: 1, y: 2 }] }, { a: { $elemMatch: { x: 1, y: 2 } } }, true],
    [{ a: [{ x: 1 }, { y: 2 }] }, { a: { $elemMatch: { x: 1, y: 2 } } }, false],
    [{ a: [1, 9] }, { a: { $elemMatch: { $gt: 2, $lt: 8 } } }, false],
    [{ a: [1, 5] }, { a: { $elemMatch: { $gt: 2, $lt: 8 } } }, true],
    [{ a: [1] }, { a: { $elemMatch: { x: 1 } } }, false],
  ])('looks into lists: %j by %j', (one, wanted, found) => expect(compileFilter(wanted)(one)).toBe(found));

  it.each(['$where', '$regex', '$expr', '$mod'])('says that it does not know %s', (operator) => {
    expect(() => compileFilter({ a: { [operator]: 1 } })).toThrow(UnknownOperator);
    expect(() => compileFilter({ [operator]: 1 })).toThrow(operator);
  });
});
