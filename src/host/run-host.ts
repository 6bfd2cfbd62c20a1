import type { EngineKind, LoadProgress } from '#sim/kernel/engine-port.ts';
import type { Lesson, PlacedBeat } from '#sim/lessons/lesson.ts';
import type { RunSpec } from '#sim/scenario/run-spec.ts';
import type { Step } from '#sim/trace/step.ts';
import type { Opening, RunEnd, Verdict } from '#sim/trace/trace.ts';

/** Something that stopped a run from being computed, as data for a sentence and a retry. */
export interface RunProblem {
  readonly kind: 'engine-load' | 'engine-died' | 'worker-hung' | 'worker-died' | 'scenario' | 'internal';
  /** Which engine or file, in a word; may be empty. */
  readonly what: string;
  readonly detail: string;
  /** Number of the last step known, 0 if none. */
  readonly step: number;
}

export interface RunListener {
  onLoading(progress: LoadProgress): void;
  onOpening(opening: Opening): void;
  /** Steps arrive in batches, in order, each once. */
  onSteps(steps: readonly Step[], verdicts: readonly Verdict[]): void;
  onEnd(end: RunEnd, beats: readonly PlacedBeat[]): void;
  /** After the end: the same beats, with the answers that other runs had to give. */
  onBeats(beats: readonly PlacedBeat[]): void;
  onProblem(problem: RunProblem): void;
}

/** A lesson beside a run, with the other runs its answers are taken from, by `variationKey`. */
export interface LessonOfRun {
  readonly lesson: Lesson;
  readonly others: Readonly<Record<string, RunSpec>>;
}

export interface RunHandle {
  cancel(): void;
}

/** Where a run lives: in a worker in the page, in process in Node and in tests. A new run cancels the one before it. */
export interface RunHost {
  run(spec: RunSpec, lesson: LessonOfRun | null, listener: RunListener): RunHandle;
  /** Starts engines ahead of the first run. */
  warmUp(kinds: readonly EngineKind[], onLoading: (progress: LoadProgress) => void): void;
  close(): void;
}
