import { browserEngines } from '#engines/browser.ts';
import { computeRun } from './compute-run.ts';
import { EnginePool } from './engine-pool.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import type { RunListener } from './run-host.ts';

const ALIVE_EVERY_MS = 1000;

const say = (message: FromWorker): void => {
  self.postMessage(message);
};

const pool = new EnginePool(browserEngines(), (progress) => say({ kind: 'loading', progress }));
let latest = 0;
let queue: Promise<void> = Promise.resolve();

setInterval(() => say({ kind: 'alive' }), ALIVE_EVERY_MS);

/** Lets waiting messages in, a cancel among them. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

function listenerOf(run: number): RunListener {
  return {
    onLoading: (progress) => say({ kind: 'loading', progress }),
    onOpening: (opening) => say({ kind: 'opening', run, opening }),
    onSteps: (steps, verdicts) => say({ kind: 'steps', run, steps, verdicts }),
    onEnd: (end, beats) => say({ kind: 'end', run, end, beats }),
    onBeats: (beats) => say({ kind: 'beats', run, beats }),
    onProblem: (problem) => say({ kind: 'problem', run, problem }),
  };
}

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  switch (data.kind) {
    case 'run': {
      const { run, spec, lesson } = data;
      latest = run;
      const computed = queue.then(async () => {
        if (run !== latest) return;
        await computeRun(spec, lesson, pool, listenerOf(run), async () => {
          await breathe();
          return run !== latest;
        });
      });
      queue = computed.catch((error: unknown) => {
        say({ kind: 'problem', run, problem: { kind: 'internal', what: '', detail: String(error), step: 0 } });
      });
      return;
    }
    case 'cancel':
      if (data.run === latest) latest = 0;
      return;
    case 'warmUp':
      for (const kind of data.kinds) pool.server(kind).catch(() => undefined);
  }
};
