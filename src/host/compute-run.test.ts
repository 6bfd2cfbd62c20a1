import { expect, it } from 'vitest';
import { nodeEngines } from '#engines/node.ts';
import type { EngineManifest, EngineServer } from '#sim/kernel/engine-port.ts';
import { twoServices } from '#sim/promises/testing/two-services.ts';
import { DEFAULT_SEED } from '#sim/scenario/run-spec.ts';
import { computeRun } from './compute-run.ts';
import { EnginePool } from './engine-pool.ts';
import type { RunListener } from './run-host.ts';

/** The real engine for documents, which dies as a WebAssembly engine does when it is first asked for a database. */
function dyingOnce(manifest: EngineManifest): EngineManifest {
  let hasDied = false;
  const die = (server: EngineServer): EngineServer => ({
    open: (spec) => {
      if (hasDied) return server.open(spec);
      hasDied = true;
      return Promise.reject(Object.assign(new Error('unreachable'), { name: 'RuntimeError' }));
    },
    reset: () => server.reset(),
    close: () => server.close(),
  });
  return { ...manifest, start: async (onProgress) => die(await manifest.start(onProgress)) };
}

it('lets go of an engine that died: the next run starts a fresh one', async () => {
  let started = 0;
  const manifests = nodeEngines().map((manifest) => {
    const dying = dyingOnce(manifest);
    return {
      ...dying,
      start: (...args: Parameters<typeof dying.start>) => {
        started += 1;
        return dying.start(...args);
      },
    };
  });
  const pool = new EnginePool(manifests, () => undefined);
  const told: string[] = [];
  const listener: RunListener = {
    onLoading: () => undefined,
    onOpening: () => undefined,
    onSteps: () => undefined,
    onEnd: (end) => told.push(end.kind),
    onBeats: () => undefined,
    onProblem: ({ kind }) => told.push(kind),
  };
  const scenario = twoServices({});
  const spec = { scenario, seed: DEFAULT_SEED, plan: scenario.plan, maxSteps: 1_000, maxVirtualMs: 10_000 };
  for (let run = 0; run < 2; run++) await computeRun(spec, null, pool, listener, () => Promise.resolve(false));
  await pool.close();

  expect(told).toEqual(['engine-died', 'quiescent']);
  expect(started).toBe(2);
});
