import { describe, expect, it } from 'vitest';
import { browserEngines } from '#engines/browser.ts';
import { invariant } from '#sim/model/invariant.ts';
import type { Draft } from '#sim/scenario/draft.ts';
import { parseScenario } from '#sim/scenario/parse.ts';
import { resolveScenario } from '#sim/scenario/resolve.ts';
import { DEFAULT_SEED, STEP_LIMIT, VIRTUAL_TIME_LIMIT_MS } from '#sim/scenario/run-spec.ts';
import type { Scenario } from '#sim/scenario/scenario.ts';
import { simulate } from '#sim/simulation/simulate.ts';
import { goldenPart, goldenText } from '#sim/trace/golden.ts';
import { EnginePool } from './engine-pool.ts';
import { GatheredTrace } from './gathered-trace.ts';

const SCENARIOS = import.meta.glob<string>('../../scenarios/*/scenario.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const BASES = import.meta.glob<string>('../../scenarios/_bases/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const GOLDENS = import.meta.glob<string>('../../scenarios/*/golden.txt', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const bases = Object.fromEntries(
  Object.entries(BASES).map(([path, text]) => [path.replace(/^.*\/|\.yaml$/g, ''), text]),
);
const pool = new EnginePool(browserEngines(), () => undefined);

function draftIn(file: string, text: string): Draft {
  const parsed = parseScenario({ file, text, bases });
  invariant(parsed.ok, `${file} parses`);
  return parsed.value;
}

function scenarioIn(draft: Draft, caseId: string | null): Scenario {
  const resolved = resolveScenario(draft, { choices: {}, caseId });
  invariant(resolved.ok, `case ${String(caseId)} resolves`);
  return resolved.value;
}

async function partOf(draft: Draft, caseId: string | null): Promise<string> {
  const scenario = scenarioIn(draft, caseId);
  const gathered = new GatheredTrace(null);
  const limits = { maxSteps: STEP_LIMIT, maxVirtualMs: VIRTUAL_TIME_LIMIT_MS };
  const ended = await simulate({ scenario, seed: DEFAULT_SEED, plan: scenario.plan, ...limits }, pool, {
    ...gathered.listener,
    pause: () => Promise.resolve(false),
  });
  invariant(ended.ok, `case ${String(caseId)} opens`);
  return goldenPart(caseId, gathered.trace(ended.value));
}

describe('a run in Chromium is the run in Node, to the byte (INV-30)', () => {
  it('finds the scenarios', () => {
    expect(Object.keys(SCENARIOS).length).toBeGreaterThanOrEqual(5);
  });

  it.each(Object.entries(SCENARIOS))('%s', async (path, text) => {
    const draft = draftIn(path, text);
    const parts: string[] = [];
    for (const caseId of [null, ...Object.keys(scenarioIn(draft, null).cases)]) parts.push(await partOf(draft, caseId));

    expect(goldenText(parts)).toBe(GOLDENS[path.replace('scenario.yaml', 'golden.txt')]);
  });
});
