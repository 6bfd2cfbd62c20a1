import { readFileSync } from 'node:fs';

/** How a runner counts: a test each for the runners of tests, one in all for a check that only says yes or no. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

export const NOTHING: Tally = { passed: 0, failed: 0 };
export const ONE_PASSED: Tally = { passed: 1, failed: 0 };
export const ONE_FAILED: Tally = { passed: 0, failed: 1 };

export function add(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}

/** The counts in Vitest's JSON report. A file that did not even load holds no test, so it counts as one failure itself. */
export function tallyOfVitest(report: VitestReport): Tally {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
}

export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** The counts in Playwright's JSON report. A flaky test failed once, and once is a failure; errors outside tests count too. */
export function tallyOfPlaywright({ stats, errors }: PlaywrightReport): Tally {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

export interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
  readonly errors: readonly unknown[];
}

/**
 * What a stage adds to the sum. A runner that ended badly without a failure in its report (it crashed, it left
 * something unhandled, it wrote no report) adds one: no stage fails without being counted.
 */
export function tallyOfStage(endedWell: boolean, report: Tally | null): Tally {
  if (report === null) return endedWell ? ONE_PASSED : ONE_FAILED;
  const isSilentFailure = report.failed === 0 && (!endedWell || report.passed === 0);
  return isSilentFailure ? add(report, ONE_FAILED) : report;
}

/** Reads the report a runner left, or nothing when it left none that can be read. */
export function readReport(path: string, tally: (report: VitestReport & PlaywrightReport) => Tally): Tally {
  try {
    return tally(JSON.parse(readFileSync(path, 'utf8')) as VitestReport & PlaywrightReport);
  } catch {
    return NOTHING;
  }
}

export const sentence = ({ passed, failed }: Tally): string => `${String(passed)} passed, ${String(failed)} failed`;
