import { arch, cpus, platform, release, totalmem } from 'node:os';

/** One line of the report: what was asked, what was measured, and whether it is what was promised. */
export interface Finding {
  readonly what: string;
  readonly measured: string;
  readonly promised: string;
  readonly isKept: boolean;
}

/** A part of the report: a few words on how it was measured, its findings, and the figures behind them. */
export interface Section {
  readonly title: string;
  readonly method: string;
  readonly findings: readonly Finding[];
  readonly figures: readonly string[];
}

const GIB = 1024 ** 3;

function machine(browser: string): string {
  const [first] = cpus();
  const memory = `${(totalmem() / GIB).toFixed(0)} GiB of memory`;
  return `${platform()} ${release()} ${arch()}, ${cpus().length} × ${first?.model.trim() ?? 'unknown'}, ${memory}, Node ${process.versions.node}, ${browser}`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

function tableOf(findings: readonly Finding[]): string {
  const rows = findings.map(
    ({ what, measured, promised, isKept }) =>
      `| ${cell(what)} | ${cell(measured)} | ${cell(promised)} | ${isKept ? 'yes' : '**no**'} |`,
  );
  return ['| what | measured | promised | kept |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** The whole report as Markdown. */
export function reportOf(sections: readonly Section[], browser: string): string {
  const parts = sections.map(({ title, method, findings, figures }) =>
    [`## ${title}`, method, tableOf(findings), figures.join('\n')].filter((part) => part !== '').join('\n\n'),
  );
  return [
    '# Benchmarks',
    'Written by `npm run bench`. Times are of one machine on one day; ratios are what counts.',
    `Machine: ${machine(browser)}.`,
    ...parts,
    '',
  ].join('\n\n');
}

export const inMs = (ms: number): string => `${ms.toFixed(ms < 10 ? 2 : 0)} ms`;
export const inRatio = (ratio: number): string => ratio.toFixed(2);
