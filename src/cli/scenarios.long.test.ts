import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { closeEngines, runInProcess } from '#host/in-process.ts';
import { compareExpectation } from '#sim/lessons/expectation.ts';
import { gradeBeats } from '#sim/lessons/place-beats.ts';
import { canonicalJson } from '#sim/trace/codec.ts';
import { goldenPart, goldenText } from '#sim/trace/golden.ts';
import { CaseRuns } from './case-runs.ts';
import { checkFolder } from './check-folder.ts';
import { draftOf, lessonOf, NO_WISHES, scenarioOf, specOf } from './prepare-run.ts';
import { printDiagnostic } from './print-diagnostic.ts';
import { unexpectedlyBroken, unexpectedlyKept } from './promise-outcome.ts';
import { openScenario } from './scenario-files.ts';

const SHELF = join(import.meta.dirname, '../../scenarios');
const WRITE_GOLDEN = process.env['SAGASCOPE_GOLDEN'] === 'write';

const folders = readdirSync(SHELF).filter((name) => existsSync(join(SHELF, name, 'scenario.yaml')));

afterAll(closeEngines);

it('finds the scenarios', () => {
  expect(folders).toContain('ecommerce-order-created');
});

describe.each(folders)('%s', (name) => {
  const folder = openScenario(join(SHELF, name));
  const draft = draftOf(folder);
  const lesson = lessonOf(folder);
  const plain = scenarioOf(draft, { choices: {}, caseId: null });
  const runs = new CaseRuns(draft);
  const cases = [null, ...Object.keys(plain.cases)];

  it('is named as its folder', () => {
    expect(plain.id).toBe(name);
  });

  it('checks clean', async () => {
    const findings = await checkFolder(folder, runs);

    expect(findings.map(printDiagnostic)).toEqual([]);
  });

  describe.each(cases)('run %s', (caseId) => {
    const scenario = scenarioOf(draft, { choices: {}, caseId });

    it('is the same to the byte when it is computed again', async () => {
      const first = await runs.run({ choices: {}, caseId });
      const second = await runInProcess(specOf(scenario, NO_WISHES), null);

      expect(canonicalJson(second.trace)).toBe(canonicalJson(first));
    });

    it('ends as its file says, on the real rows', async () => {
      const trace = await runs.run({ choices: {}, caseId });

      expect(scenario.expect).not.toBeNull();
      expect(compareExpectation(trace, scenario.expect ?? {}).map(({ says }) => says)).toEqual([]);
      expect(unexpectedlyBroken(trace, scenario.breaks)).toEqual([]);
      expect(unexpectedlyKept(trace, scenario.breaks)).toEqual([]);
      expect(trace.end?.struck.filter(({ struck }) => !struck)).toEqual([]);
    });

    it('passes every beat of its lesson, and grades every question with exactly one right option', async () => {
      const trace = await runs.run({ choices: {}, caseId });
      const beats = await gradeBeats(lesson ?? { beats: [] }, trace, caseId, runs.run);

      expect(beats.filter(({ cursor }) => cursor === null).map(({ index }) => index)).toEqual([]);
      for (const { answer, beat } of beats) {
        if (answer === null) continue;
        expect(answer.cursor, beat.predict?.ask).not.toBeNull();
        expect(answer.right.filter((right) => right).length, beat.predict?.ask).toBe(1);
      }
    });
  });

  it('tells the story of its golden trace', async () => {
    const file = join(SHELF, name, 'golden.txt');
    const parts: string[] = [];
    for (const caseId of cases) {
      const trace = await runs.run({ choices: {}, caseId });
      parts.push(goldenPart(caseId, trace));
    }
    const text = goldenText(parts);
    if (WRITE_GOLDEN) writeFileSync(file, text);

    expect(text).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
  });
});
