import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileExpression } from './compile.ts';

/** An expression as text, and what whole-number arithmetic makes of it; null where it has no result. */
interface Sum {
  readonly text: string;
  readonly value: bigint | null;
}

const INT64 = 2n ** 63n;
const within = (value: bigint): bigint | null => (value >= -INT64 && value < INT64 ? value : null);

function combine(left: Sum, operator: string, right: Sum): Sum {
  const text = `(${left.text} ${operator} ${right.text})`;
  if (left.value === null || right.value === null) return { text, value: null };
  if (operator === '+') return { text, value: within(left.value + right.value) };
  if (operator === '-') return { text, value: within(left.value - right.value) };
  if (operator === '*') return { text, value: within(left.value * right.value) };
  if (right.value === 0n) return { text, value: null };
  return { text, value: operator === '/' ? left.value / right.value : left.value % right.value };
}

const scope = { small: 7, negative: -12, zero: 0, large: 900_719_925_474_099 };

const leaf = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000 }).map((n) => ({ text: String(n), value: BigInt(n) })),
  fc.constantFrom(...Object.entries(scope)).map(([text, n]) => ({ text, value: BigInt(n) })),
);

const { sum } = fc.letrec<{ sum: Sum }>((tie) => ({
  sum: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.tuple(tie('sum'), fc.constantFrom('+', '-', '*', '/', '%'), tie('sum')).map(([a, o, b]) => combine(a, o, b)),
  ),
}));

it('counts as whole numbers do: exactly, towards zero, or not at all', () => {
  fc.assert(
    fc.property(sum, ({ text, value }) => {
      fc.pre(text.length <= 500);
      const compiled = compileExpression(text);
      const result = compiled.ok ? compiled.value.evaluate(scope, { nextId: (prefix) => prefix }) : compiled;

      const exact = value !== null && Number.isSafeInteger(Number(value)) ? Number(value) : null;
      expect(result.ok ? result.value : null).toBe(exact === 0 ? 0 : exact);
    }),
    { numRuns: 500 },
  );
});
