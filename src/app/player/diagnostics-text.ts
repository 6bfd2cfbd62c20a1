import type { RunProblem } from '#host/run-host.ts';
import type { RunRequest } from '../session/run-state.ts';

/** All that somebody needs to see the same problem: what it was, and the run as a value. */
export function diagnosticsText(problem: RunProblem, request: RunRequest, address: string): string {
  return JSON.stringify({ sagascope: 1, problem, request, address, browser: navigator.userAgent }, null, 2);
}
