import { describe, expect, it } from 'vitest';
import { stepNumber } from '#sim/model/ids.ts';
import type { HandlerRun } from '#sim/projections/handler-runs.ts';
import type { HandlerStep } from '#sim/scenario/handler-step.ts';
import { listing } from '#sim/scenario/listing.ts';
import { lineJumps } from './line-jumps.ts';
import { markLines } from './line-states.ts';
import { aStep } from '../../session/testing/steps.ts';

const common = { condition: null, otherwise: [], each: null };
const write = (path: string, sql: string): HandlerStep => ({
  ...common,
  verb: 'write',
  path,
  change: { kind: 'sql', sql },
  in: null,
  row: null,
  rows: null,
  count: null,
});
const STEPS: readonly HandlerStep[] = [
  { ...common, verb: 'let', path: '0', names: [{ name: 'a', value: 1 }] },
  { ...common, verb: 'refuse', path: '1', condition: '=a > 1', reason: 'too-much', status: 422 },
  { ...common, verb: 'transaction', path: '2', as: null, steps: [write('2.0', 'insert into orders\nvalues (1)')] },
  { ...common, verb: 'reply', path: '3', status: 201, body: null },
];
const LINES = listing({ name: 'place-order', steps: STEPS });

const run = (state: HandlerRun['state'], paths: readonly string[]): HandlerRun => ({
  service: 'order',
  instance: 1,
  handler: 'place-order',
  trigger: 'request',
  work: 'c-1',
  waitsFor: null,
  latest: stepNumber(paths.length + 1),
  started: stepNumber(1),
  about: {},
  lines: paths.map((path, index) => ({ path, step: stepNumber(index + 2) })),
  current: paths.at(-1) ?? null,
  state,
  reason: null,
  ended: null,
});
const statesOf = (found: HandlerRun | null, here = true) =>
  markLines(LINES, STEPS, found, here).map(({ path, state }) => `${path} ${state}`);

describe('the lines of a handler', () => {
  it('all lie ahead before the handler has run', () => {
    expect(new Set(statesOf(null).map((line) => line.split(' ')[1]))).toEqual(new Set(['ahead']));
  });

  it('tell what ran, what was skipped, where it stands and what is still to come', () => {
    expect(statesOf(run('running', ['2', '2.0']))).toEqual([
      '0 passed',
      '1 skipped',
      '1 skipped',
      '2 ran',
      '2.0 now',
      '2.0 now',
      '2.commit ahead',
      '3 ahead',
    ]);
  });

  it('tell where it died and what never ran because of that', () => {
    const states = statesOf(run('died', ['2', '2.0', '2.commit']), false);

    expect(states.slice(-2)).toEqual(['2.commit died', '3 never']);
  });

  it('do not take for skipped what is sent only after the commit', () => {
    const emit = { ...common, verb: 'emit', path: '0.1', type: 'Placed', data: {}, version: 1 } as const;
    const steps: readonly HandlerStep[] = [
      { ...common, verb: 'transaction', path: '0', as: null, steps: [write('0.0', 'delete from a'), emit] },
    ];
    const lines = listing({ name: 'place-order', steps });
    const emitAfter = (state: HandlerRun['state']) =>
      markLines(lines, steps, run(state, ['0', '0.0', '0.commit']), false).find(({ path }) => path === '0.1')?.state;

    expect(emitAfter('running')).toBe('ahead');
    expect(emitAfter('died')).toBe('never');
  });

  it('name the steps once per statement, however many lines it takes', () => {
    const insert = markLines(LINES, STEPS, run('running', ['2', '2.0']), true).filter(({ path }) => path === '2.0');

    expect(insert.map(({ steps, leads }) => ({ steps, leads }))).toEqual([
      { steps: [3], leads: true },
      { steps: [], leads: false },
    ]);
  });
});

it('jumps to the neighbouring lines of the same run of the handler only', () => {
  const at = (number: number, path: string, actor = 'order') =>
    aStep(number, { kind: 'time.waited', ms: 1 }, { actor, line: { handler: 'place-order', path } });
  const steps = [at(1, '0'), at(2, '2'), at(3, '2.0'), at(4, '3', 'user'), at(5, '2.0'), at(6, '2.commit')];

  expect(lineJumps(steps, 3, run('running', ['2', '2.0']))).toEqual({ previous: 2, next: 6 });
});
