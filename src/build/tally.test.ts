import { expect, it } from 'vitest';
import { add, NOTHING, readReport, sentence, tallyOfPlaywright, tallyOfStage, tallyOfVitest } from './tally.ts';

it('counts the tests of Vitest, and a file that did not load as a failure', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [
      { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'passed' }] },
      { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
    ],
  };

  expect(tallyOfVitest(report)).toEqual({ passed: 3, failed: 2 });
});

it('counts what Playwright saw fail once as failed', () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1 }, errors: ['the site did not start'] };

  expect(tallyOfPlaywright(report)).toEqual({ passed: 5, failed: 3 });
});

it('never lets a stage fail without a count', () => {
  expect(tallyOfStage(true, null)).toEqual({ passed: 1, failed: 0 });
  expect(tallyOfStage(false, null)).toEqual({ passed: 0, failed: 1 });
  expect(tallyOfStage(false, { passed: 9, failed: 0 })).toEqual({ passed: 9, failed: 1 });
  expect(tallyOfStage(false, { passed: 9, failed: 2 })).toEqual({ passed: 9, failed: 2 });
  expect(tallyOfStage(true, NOTHING)).toEqual({ passed: 0, failed: 1 });
});

it('takes a report that is not there for no tests at all', () => {
  expect(readReport('/nowhere/report.json', tallyOfVitest)).toEqual(NOTHING);
});

it('says the sum in words', () => {
  expect(sentence(add({ passed: 3, failed: 0 }, { passed: 4, failed: 1 }))).toBe('7 passed, 1 failed');
});
