import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { invariant } from '#sim/model/invariant.ts';
import { PLAIN_RUN } from '#sim/scenario/draft.ts';
import { parsePlanLine } from '#sim/scenario/plan-line.ts';
import { parseScenario } from '#sim/scenario/parse.ts';
import { resolveScenario } from '#sim/scenario/resolve.ts';
import { fitLink } from './fit-link.ts';
import { plainLink } from './link-state.ts';

const file = 'scenario.yaml';
const text = readFileSync(join(import.meta.dirname, 'testing', file), 'utf8');
const draft = parseScenario({ file, text, bases: {} });
invariant(draft.ok, 'the scenario of the test can be read');
const scenario = resolveScenario(draft.value, PLAIN_RUN);
invariant(scenario.ok, 'the scenario of the test can be resolved');

const entry = (line: string) => {
  const read = parsePlanLine(line);
  invariant(read.ok, line);
  return read.value;
};
const fit = (change: object) => fitLink({ ...plainLink('shop'), ...change }, scenario.value);

describe('a link to a scenario', () => {
  it('passes with what the scenario has', () => {
    const state = { choices: { publishing: 'direct' }, caseId: 'twice', entries: [entry('run:BUY@2s')], cursor: 7 };

    expect(fit(state)).toEqual({ ok: true, value: { ...plainLink('shop'), ...state } });
  });

  it('leaves out what is the default anyway, so that one run has one address', () => {
    expect(fit({ choices: { publishing: 'outbox' } })).toEqual({ ok: true, value: plainLink('shop') });
  });

  it('loses choices, options, cases and commands the scenario does not have, and says which', () => {
    const choices = { publishing: 'pigeon', colour: 'red' };
    const fitted = fit({ choices, caseId: 'gone', entries: [entry('run:SELL@2s'), entry('run:BUY@2s')] });

    expect(fitted).toEqual({
      ok: false,
      problem: {
        problems: [
          { kind: 'choice', what: 'publishing.pigeon', detail: '' },
          { kind: 'choice', what: 'colour.red', detail: '' },
          { kind: 'case', what: 'gone', detail: '' },
          { kind: 'plan', what: 'SELL', detail: '' },
        ],
        nearest: { ...plainLink('shop'), entries: [entry('run:BUY@2s')] },
      },
    });
  });
});
