import type { RunHost } from '#host/run-host.ts';
import { createWorkerHost } from '#host/worker-host.ts';

let host: RunHost | null = null;

/** The one place of this page where runs are computed; its engines stay warm from run to run. */
export function runHost(): RunHost {
  host ??= createWorkerHost();
  return host;
}
