import type { RunHandle, RunHost } from '#host/run-host.ts';
import type { Diagnostic } from '#sim/scenario/diagnostic.ts';
import type { Scenario } from '#sim/scenario/scenario.ts';
import { sketchOpening } from '#sim/scenario/sketch.ts';
import type { PlaybackStore } from '../stores/playback.ts';
import { ArrivingRun, type Stage, type Wanted } from './arriving-run.ts';
import { LIMITS, lessonOfRun } from './lesson-of-run.ts';
import type { RunRequest, RunSource, RunView } from './run-state.ts';
import { storyPointOf } from './story-point.ts';

export interface RunParts {
  readonly source: RunSource;
  readonly host: RunHost;
  readonly playback: PlaybackStore;
}

/** Has runs computed and puts what comes of them into the view of the run. One run at a time: the last one asked for. */
export class RunDriver {
  readonly #parts: RunParts;
  readonly #get: () => RunView;
  readonly #set: (change: Partial<RunView>) => void;
  #arriving: ArrivingRun | null = null;
  #handle: RunHandle | null = null;

  constructor(parts: RunParts, get: () => RunView, set: (change: Partial<RunView>) => void) {
    this.#parts = parts;
    this.#get = get;
    this.#set = set;
  }

  /** The reader's place in the story now on stage, to be kept in the next run. */
  here(): Wanted {
    const { cursor } = this.#parts.playback.getState();
    const point = storyPointOf(this.#get().trace.steps, cursor);
    return point === null ? { kind: 'cursor', cursor } : { kind: 'story', point };
  }

  compute(request: RunRequest, wanted: Wanted): void {
    this.#arriving?.leave();
    const resolved = this.#parts.source.resolve(request);
    if (!resolved.ok) {
      this.#set({ request, status: { kind: 'problem', problem: scenarioProblem(resolved.problem) } });
      return;
    }
    const scenario = resolved.value;
    this.#set({ request, status: { kind: 'running' }, mended: null });
    this.#parts.playback.getState().pause();
    const arriving = new ArrivingRun(sketchOpening(scenario), wanted, this.#stageFor(scenario));
    this.#arriving = arriving;
    const plan = [...scenario.plan, ...request.entries];
    this.#handle = this.#parts.host.run(
      { scenario, seed: request.seed, plan, ...LIMITS },
      lessonOfRun(this.#parts.source, request),
      arriving,
    );
  }

  /** Gives up what is being computed; the reader looks around in what is on stage. */
  cancel(): void {
    this.#handle?.cancel();
    this.#arriving?.leave();
    this.#set({ status: { kind: 'sketch' } });
  }

  #stageFor(scenario: Scenario): Stage {
    const set = this.#set;
    return {
      here: () => this.here(),
      onLoading: (engines) => set({ status: { kind: 'loading', engines } }),
      onRunning: (mended) => set({ status: { kind: 'running' }, mended }),
      enter: (trace, cursor) => {
        const version = this.#get().version + 1;
        set({ scenario, trace, count: trace.steps.length, beats: [], end: null, version });
        this.#parts.playback.getState().seek(cursor);
      },
      onGrown: () => set({ count: this.#get().trace.steps.length }),
      onEnd: (end, beats) => set({ end, beats, status: { kind: 'ready' } }),
      onBeats: (beats) => set({ beats }),
      onProblem: (problem) => set({ status: { kind: 'problem', problem } }),
    };
  }
}

function scenarioProblem(diagnostics: readonly Diagnostic[]) {
  const detail = diagnostics.map(({ file, line, message }) => `${file}:${String(line)} ${message}`).join('\n');
  return { kind: 'scenario' as const, what: diagnostics[0]?.message ?? '', detail, step: 0 };
}
