import type { EngineKind, LoadProgress } from '#sim/kernel/engine-port.ts';
import type { PlacedBeat } from '#sim/lessons/lesson.ts';
import type { RunSpec } from '#sim/scenario/run-spec.ts';
import type { Step } from '#sim/trace/step.ts';
import type { Opening, RunEnd, Verdict } from '#sim/trace/trace.ts';
import type { LessonOfRun, RunProblem } from './run-host.ts';

/** What the page says to the worker. `run` numbers a run; a later one cancels an earlier one. */
export type ToWorker =
  | { readonly kind: 'run'; readonly run: number; readonly spec: RunSpec; readonly lesson: LessonOfRun | null }
  | { readonly kind: 'cancel'; readonly run: number }
  | { readonly kind: 'warmUp'; readonly kinds: readonly EngineKind[] };

/** What the worker says to the page. `alive` comes every second, whatever else happens, unless the worker hangs. */
export type FromWorker =
  | { readonly kind: 'alive' }
  | { readonly kind: 'loading'; readonly progress: LoadProgress }
  | { readonly kind: 'opening'; readonly run: number; readonly opening: Opening }
  | {
      readonly kind: 'steps';
      readonly run: number;
      readonly steps: readonly Step[];
      readonly verdicts: readonly Verdict[];
    }
  | { readonly kind: 'end'; readonly run: number; readonly end: RunEnd; readonly beats: readonly PlacedBeat[] }
  | { readonly kind: 'beats'; readonly run: number; readonly beats: readonly PlacedBeat[] }
  | { readonly kind: 'problem'; readonly run: number; readonly problem: RunProblem };
