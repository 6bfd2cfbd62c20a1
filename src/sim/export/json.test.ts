import { expect, it } from 'vitest';
import { stepNumber } from '../model/ids.ts';
import { shopTrace } from '../projections/testing/shop-trace.ts';
import type { RunSpec } from '../scenario/run-spec.ts';
import { runAsJson } from './json.ts';

// The spec is handed through untouched, so any will do.
const spec = { seed: 1, maxSteps: 100, maxVirtualMs: 100, plan: [] } as unknown as RunSpec;

it('gives the committed rows of every table at the end, in key order', () => {
  const { state, end, steps } = runAsJson(spec, shopTrace(2));

  expect(state['order']?.['orders']?.map(({ id }) => id)).toEqual(['O-1', 'O-2']);
  expect(state['inventory']?.['stock']).toEqual([{ _id: 'SKU-BOOK', on_hand: 6 }]);
  expect(end).toEqual({ kind: 'quiescent', at: steps.at(-1)?.at });
});

it('leaves out what a transaction had not committed when the run was cut', () => {
  const trace = shopTrace(1);
  const cut = { ...trace, steps: trace.steps.slice(0, 6) };

  expect(runAsJson(spec, cut).state['order']?.['orders']).toEqual([]);
});

it('keeps a promise broken at the step that broke it first', () => {
  const trace = shopTrace(1);
  const verdict = (step: number, answer: 'held' | 'broken') => ({
    promise: 'stock-conserved',
    step: stepNumber(step),
    answer,
    evidence: step,
    until: null,
  });
  const verdicts = [verdict(0, 'held'), verdict(5, 'broken'), verdict(9, 'held'), verdict(12, 'broken')];

  expect(runAsJson(spec, { ...trace, verdicts }).promises).toEqual({
    'stock-conserved': { answer: 'broken', step: 5, evidence: 5 },
  });
});
