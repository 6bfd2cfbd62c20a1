import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { shopTrace } from '../projections/testing/shop-trace.ts';
import { canonicalJson, traceHash } from './codec.ts';

it('writes the same text for maps whose keys were put in in another order', () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
});

it('reads back as what was written', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

it('knows a run again, and tells any other from it', () => {
  const trace = shopTrace(2);
  const [first, ...others] = trace.steps;
  const later = first === undefined ? [] : [{ ...first, at: trace.steps[1]?.at ?? first.at }, ...others];

  expect(traceHash(structuredClone(trace))).toBe(traceHash(trace));
  expect(traceHash({ ...trace, steps: later })).not.toBe(traceHash(trace));
  expect(traceHash({ ...trace, verdicts: [] })).not.toBe(traceHash(trace));
  expect(traceHash(trace)).toMatch(/^[0-9a-f]{16}$/);
});
