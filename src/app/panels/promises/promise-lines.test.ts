import { expect, it } from 'vitest';
import { instant } from '#sim/model/time.ts';
import { stepNumber } from '#sim/model/ids.ts';
import type { PromiseSpec } from '#sim/scenario/scenario.ts';
import type { Verdict } from '#sim/trace/trace.ts';
import { promiseLines } from './promise-lines.ts';

const promise = (id: string): PromiseSpec => ({ id, says: id, when: { kind: 'at-rest' }, ask: [], holds: '=true' });
const said = (id: string, step: number, answer: Verdict['answer']): Verdict => ({
  promise: id,
  step: stepNumber(step),
  answer,
  evidence: null,
  until: instant(0),
});
const statesAt = (verdicts: readonly Verdict[], cursor: number) =>
  promiseLines([promise('a'), promise('b')], verdicts, cursor).map(({ state }) => state);

it('is not yet decided before it was judged, and never red before it is', () => {
  expect(statesAt([], 0)).toEqual(['not-yet', 'not-yet']);
  expect(statesAt([said('a', 1, 'would-break'), said('b', 1, 'undecided')], 3)).toEqual(['not-yet', 'not-yet']);
});

it('stays broken from the step on that broke it, and is whole before', () => {
  const verdicts = [said('a', 0, 'held'), said('a', 4, 'broken'), said('a', 6, 'held')];

  expect(statesAt(verdicts, 3)).toEqual(['held', 'not-yet']);
  expect(statesAt(verdicts, 7)).toEqual(['broken', 'not-yet']);
  expect(promiseLines([promise('a')], verdicts, 7)[0]?.brokenAt).toBe(4);
});
