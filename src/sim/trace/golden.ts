import { traceHash } from './codec.ts';
import { printTrace } from './print.ts';
import type { Trace } from './trace.ts';

/**
 * One run as a golden file keeps it: the printed story for people, under a fingerprint of the whole trace, which no two
 * runtimes may disagree about.
 */
export function goldenPart(caseId: string | null, trace: Trace): string {
  const title = caseId === null ? 'the plain run' : `case ${caseId}`;
  return `# ${title}\nfingerprint ${traceHash(trace)}\n\n${printTrace(trace)}`;
}

/** All runs of a scenario, the plain one first, as its golden file holds them. */
export const goldenText = (parts: readonly string[]): string => parts.join('\n');
