import { expect, it } from 'vitest';
import { stepNumber } from '#sim/model/ids.ts';
import type { Trace, Verdict } from '#sim/trace/trace.ts';
import { promiseOutcomes, unexpectedlyBroken, unexpectedlyKept } from './promise-outcome.ts';

const said = (promise: string, step: number, answer: Verdict['answer']): Verdict => ({
  promise,
  step: stepNumber(step),
  answer,
  evidence: null,
  until: null,
});

const trace: Trace = {
  opening: { clients: [], services: [], databases: [], exchanges: [], queues: [] },
  steps: [],
  end: null,
  verdicts: [
    said('stock', 0, 'held'),
    said('late', 0, 'undecided'),
    said('stock', 4, 'broken'),
    said('late', 5, 'would-break'),
    said('stock', 6, 'held'),
    said('wallet', 7, 'held'),
  ],
};

it('lets a promise that broke once stay broken, whatever came later', () => {
  expect([...promiseOutcomes(trace)]).toEqual([
    ['stock', { kind: 'broken', step: 4, evidence: null }],
    ['late', { kind: 'not decided' }],
    ['wallet', { kind: 'held' }],
  ]);
});

it('tells what broke against the file, and what the file wanted broken', () => {
  expect(unexpectedlyBroken(trace, [])).toEqual(['stock']);
  expect(unexpectedlyBroken(trace, ['stock'])).toEqual([]);
  expect(unexpectedlyKept(trace, ['stock', 'wallet', 'late', 'nobody'])).toEqual(['wallet', 'late', 'nobody']);
});
