import { readReport, type Tally, tallyOfPlaywright, tallyOfVitest } from './tally.ts';

/** One part of the tests: a command, and how to count what it found. */
export interface Stage {
  readonly name: string;
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Reads the runner's report; a stage without one counts as a single check. */
  readonly report?: () => Tally;
  /** The stage whose success this one stands on: without it there is nothing to look at. */
  readonly after?: string;
}

const UNIT_REPORT = '.cache/unit.json';
const BROWSER_REPORT = '.cache/browser.json';
const JOURNEY_REPORT = '.cache/journeys.json';

/** Told that nobody watches, Vitest fails a snapshot that is missing instead of writing it. */
const UNATTENDED = { CI: 'true' };

const vitest = (project: readonly string[], report: string): readonly string[] => [
  'vitest',
  'run',
  ...project.flatMap((name) => ['--project', name]),
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
];

const unitTests = (projects: readonly string[]): Stage => ({
  name: projects.includes('long') ? 'unit, contract, property, golden and architecture tests' : 'unit tests',
  command: vitest(projects, UNIT_REPORT),
  environment: UNATTENDED,
  report: () => readReport(UNIT_REPORT, tallyOfVitest),
});

const TYPES: readonly Stage[] = [
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'types of the simulation, without DOM and Node', command: ['tsc', '-p', 'src/sim/tsconfig.json'] },
];

const LINT = ['eslint', '.', '--max-warnings', '0'];
const FORMAT = ['prettier', '--check', '--log-level', 'warn', '.'];

/** Looks only at files that changed: right but for a type that changed elsewhere, which the whole test sees. */
const cached = (command: readonly string[], place: string): readonly string[] => [
  ...command,
  ...['--cache', '--cache-strategy', 'content', '--cache-location', place],
];

/** What `npm run check` runs: no browser, no build, under a minute. */
export const FAST_STAGES: readonly Stage[] = [
  ...TYPES,
  { name: 'lint', command: cached(LINT, '.cache/eslint') },
  { name: 'format', command: cached(FORMAT, '.cache/prettier') },
  unitTests(['unit', 'page']),
];

/** What `npm test` runs: everything. */
export const ALL_STAGES: readonly Stage[] = [
  ...TYPES,
  { name: 'lint', command: LINT },
  { name: 'format', command: FORMAT },
  { name: 'dead code', command: ['knip'] },
  { name: 'licences', command: ['tsx', 'src/build/licences.ts'] },
  unitTests(['unit', 'page', 'long']),
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
  { name: 'size budget', command: ['tsx', 'src/build/size-budget.ts'], after: 'build' },
  {
    name: 'contract tests in Chromium',
    command: vitest(['browser'], BROWSER_REPORT),
    environment: UNATTENDED,
    report: () => readReport(BROWSER_REPORT, tallyOfVitest),
  },
  {
    name: 'journeys in Chromium',
    command: ['playwright', 'test', '--reporter=list,json'],
    environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: JOURNEY_REPORT },
    report: () => readReport(JOURNEY_REPORT, tallyOfPlaywright),
    after: 'build',
  },
];

export const REPORTS: readonly string[] = [UNIT_REPORT, BROWSER_REPORT, JOURNEY_REPORT];
