import type { EngineKind, LoadProgress } from '#sim/kernel/engine-port.ts';
import type { RunSpec } from '#sim/scenario/run-spec.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import type { LessonOfRun, RunHandle, RunHost, RunListener, RunProblem } from './run-host.ts';
import { Watchdog } from './watchdog.ts';

interface Errand {
  readonly run: number;
  readonly spec: RunSpec;
  readonly lesson: LessonOfRun | null;
  readonly listener: RunListener;
  /** Whether the worker died under it once: it is replayed once, not for ever. */
  readonly replayed: boolean;
}

/**
 * Runs live in a worker. When it hangs or dies it is ended, the listener is told, and a fresh worker replays the spec:
 * nothing is lost, because a run is a value.
 */
class WorkerHost implements RunHost {
  #worker: Worker | null = null;
  #errand: Errand | null = null;
  #runs = 0;
  #onLoading: (progress: LoadProgress) => void = () => undefined;
  /** How far each engine of this worker has come, for a run that is asked for while they load. */
  readonly #loads = new Map<EngineKind, LoadProgress>();
  readonly #watchdog = new Watchdog(() => this.#lose('worker-hung', 'the simulation stopped answering'));

  run(spec: RunSpec, lesson: LessonOfRun | null, listener: RunListener): RunHandle {
    const run = ++this.#runs;
    this.#send({ run, spec, lesson, listener, replayed: false });
    return {
      cancel: () => {
        if (this.#errand?.run !== run) return;
        this.#errand = null;
        this.#watchdog.rest();
        this.#post({ kind: 'cancel', run });
      },
    };
  }

  warmUp(kinds: readonly EngineKind[], onLoading: (progress: LoadProgress) => void): void {
    this.#onLoading = onLoading;
    this.#post({ kind: 'warmUp', kinds });
  }

  close(): void {
    this.#errand = null;
    this.#end();
  }

  #send(errand: Errand): void {
    this.#errand = errand;
    const { run, spec, lesson, listener } = errand;
    this.#post({ kind: 'run', run, spec, lesson });
    this.#watchdog.watch();
    for (const load of this.#loads.values()) if (load.loadedBytes < load.totalBytes) listener.onLoading(load);
  }

  #post(message: ToWorker): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage(message);
  }

  #start(): Worker {
    const worker = new Worker(new URL('./run.worker.ts', import.meta.url), { type: 'module', name: 'simulation' });
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (worker === this.#worker) this.#hear(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      if (worker === this.#worker) this.#lose('worker-died', event.message || 'the simulation could not be loaded');
    };
    return worker;
  }

  #hear(message: FromWorker): void {
    this.#watchdog.pat();
    if (message.kind === 'alive') return;
    const errand = this.#errand;
    if (message.kind === 'loading') {
      this.#loads.set(message.progress.engine, message.progress);
      this.#onLoading(message.progress);
      errand?.listener.onLoading(message.progress);
      return;
    }
    if (errand === null || message.run !== errand.run) return;
    switch (message.kind) {
      case 'opening':
        return errand.listener.onOpening(message.opening);
      case 'steps':
        return errand.listener.onSteps(message.steps, message.verdicts);
      case 'end':
        this.#watchdog.rest();
        return errand.listener.onEnd(message.end, message.beats);
      case 'beats':
        return errand.listener.onBeats(message.beats);
      case 'problem':
        this.#watchdog.rest();
        return errand.listener.onProblem(message.problem);
    }
  }

  /** The worker is gone: say so, then replay in a fresh one, once. */
  #lose(kind: RunProblem['kind'], detail: string): void {
    this.#end();
    const errand = this.#errand;
    if (errand === null) return;
    errand.listener.onProblem({ kind, what: '', detail, step: 0 });
    if (errand.replayed) return;
    this.#send({ ...errand, run: ++this.#runs, replayed: true });
  }

  #end(): void {
    this.#watchdog.rest();
    this.#loads.clear();
    this.#worker?.terminate();
    this.#worker = null;
  }
}

export function createWorkerHost(): RunHost {
  return new WorkerHost();
}
