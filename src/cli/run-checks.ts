import { RunFailure } from '#host/in-process.ts';
import { compareExpectation } from '#sim/lessons/expectation.ts';
import type { Diagnostic } from '#sim/scenario/diagnostic.ts';
import type { Draft } from '#sim/scenario/draft.ts';
import type { Path } from '#sim/scenario/place.ts';
import type { Scenario } from '#sim/scenario/scenario.ts';
import type { Trace } from '#sim/trace/trace.ts';
import type { CaseRuns } from './case-runs.ts';
import { error, type Finding, type Locator, warning } from './locate.ts';
import { scenarioOf } from './prepare-run.ts';
import { unexpectedlyBroken, unexpectedlyKept } from './promise-outcome.ts';

/** Runs a scenario and its cases as written and compares each with the end its file says. */
export async function runFindings(draft: Draft, runs: CaseRuns, locator: Locator): Promise<readonly Diagnostic[]> {
  const plain = scenarioOf(draft, { choices: {}, caseId: null });
  const findings: Diagnostic[] = [];
  for (const caseId of [null, ...Object.keys(plain.cases)]) {
    const scenario = caseId === null ? plain : scenarioOf(draft, { choices: {}, caseId });
    const under: Path = caseId === null ? [] : ['cases', caseId];
    try {
      const trace = await runs.run({ choices: {}, caseId });
      for (const { path, found } of endFindings(scenario, trace)) findings.push(locator.at([...under, ...path], found));
    } catch (problem) {
      if (!(problem instanceof RunFailure)) throw problem;
      findings.push(locator.at(under, error('run-failed', `This run cannot be computed: ${problem.message}`)));
    }
  }
  return findings;
}

interface PathFinding {
  readonly path: Path;
  readonly found: Finding;
}

function endFindings(scenario: Scenario, trace: Trace): readonly PathFinding[] {
  return [
    ...limitFindings(trace),
    ...struckFindings(trace),
    ...promiseFindings(scenario, trace),
    ...expectFindings(scenario, trace),
  ];
}

function limitFindings({ end }: Trace): readonly PathFinding[] {
  if (end === null || end.kind === 'quiescent' || end.kind === 'until') return [];
  const found = error('never-rests', 'This run ends by a limit, not at rest.', 'say `until` where it is to be cut');
  return [{ path: ['until'], found }];
}

function struckFindings({ end }: Trace): readonly PathFinding[] {
  const missed = (end?.struck ?? []).filter(({ struck }) => !struck);
  return missed.map(({ entry }) => ({
    path: ['plan'],
    found: warning('did-not-strike', `\`${entry}\` did not strike.`),
  }));
}

function promiseFindings({ breaks }: Scenario, trace: Trace): readonly PathFinding[] {
  const broken = unexpectedlyBroken(trace, breaks).map((id) =>
    error('promise-broken', `This run breaks the promise \`${id}\`.`),
  );
  const kept = unexpectedlyKept(trace, breaks).map((id) =>
    error('promise-kept', `This run does not break the promise \`${id}\`.`),
  );
  return [...broken, ...kept].map((found) => ({ path: ['breaks'], found }));
}

function expectFindings({ expect }: Scenario, trace: Trace): readonly PathFinding[] {
  return compareExpectation(trace, expect ?? {}).map(({ address, path, says }) => ({
    path: ['expect', address, ...path.split('.').filter((part) => part !== '')],
    found: error('end-differs', says),
  }));
}
