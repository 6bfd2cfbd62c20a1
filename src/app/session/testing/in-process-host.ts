import { nodeEngines } from '#engines/node.ts';
import { computeRun } from '#host/compute-run.ts';
import { EnginePool } from '#host/engine-pool.ts';
import type { RunHost } from '#host/run-host.ts';

/** Runs on the real engines, in the process of the test; one run waits for the one before it. */
export function inProcessHost(): RunHost {
  const pool = new EnginePool(nodeEngines(), () => undefined);
  let latest = 0;
  let queue: Promise<void> = Promise.resolve();
  return {
    run(spec, lesson, listener) {
      latest += 1;
      const run = latest;
      const cancelled = () => Promise.resolve(run !== latest);
      queue = queue.then(() => computeRun(spec, lesson, pool, listener, cancelled));
      return {
        cancel: () => {
          if (run === latest) latest += 1;
        },
      };
    },
    warmUp: () => undefined,
    close: () => void queue.then(() => pool.close()),
  };
}
