import type { RunListener, RunProblem } from '#host/run-host.ts';
import type { LoadProgress } from '#sim/kernel/engine-port.ts';
import type { PlacedBeat } from '#sim/lessons/lesson.ts';
import type { Step } from '#sim/trace/step.ts';
import type { Opening, RunEnd, Verdict } from '#sim/trace/trace.ts';
import type { EngineLoad, StagedTrace } from './run-state.ts';
import { nearestStoryPoint, StoryFinder, type StoryPoint } from './story-point.ts';

/** Where the reader wants to go on in a run that is about to be computed. */
export type Wanted =
  { readonly kind: 'cursor'; readonly cursor: number } | { readonly kind: 'story'; readonly point: StoryPoint };

/** What the page does when a run tells something. */
export interface Stage {
  onLoading(engines: readonly EngineLoad[]): void;
  onRunning(): void;
  /** The run takes the stage, and the reader goes on at `cursor`. */
  enter(trace: StagedTrace, cursor: number): void;
  onGrown(): void;
  onEnd(end: RunEnd, beats: readonly PlacedBeat[]): void;
  onProblem(problem: RunProblem): void;
}

/**
 * A run on its way to the stage. The run before it stays there until the place the reader wants has been reached in this
 * one, so that a changed choice never shows an empty page in between.
 */
export class ArrivingRun implements RunListener {
  readonly #stage: Stage;
  readonly #wanted: Wanted;
  readonly #finder: StoryFinder | null;
  readonly #steps: Step[] = [];
  readonly #verdicts: Verdict[] = [];
  readonly #loads = new Map<string, EngineLoad>();
  #opening: Opening;
  #onStage = false;
  #gone = false;

  constructor(sketch: Opening, wanted: Wanted, stage: Stage) {
    this.#opening = sketch;
    this.#wanted = wanted;
    this.#finder = wanted.kind === 'story' ? new StoryFinder(wanted.point) : null;
    this.#stage = stage;
  }

  /** Another run was asked for: whatever this one still says is not heard. */
  leave(): void {
    this.#gone = true;
  }

  onLoading(progress: LoadProgress): void {
    if (this.#gone) return;
    this.#loads.set(progress.engine, progress);
    this.#stage.onLoading([...this.#loads.values()]);
  }

  onOpening(opening: Opening): void {
    if (this.#gone) return;
    this.#opening = opening;
    this.#stage.onRunning();
    this.#enterIfReached([]);
  }

  onSteps(steps: readonly Step[], verdicts: readonly Verdict[]): void {
    if (this.#gone) return;
    for (const step of steps) this.#steps.push(step);
    for (const verdict of verdicts) this.#verdicts.push(verdict);
    if (this.#onStage) this.#stage.onGrown();
    else this.#enterIfReached(steps);
  }

  onEnd(end: RunEnd, beats: readonly PlacedBeat[]): void {
    if (this.#gone) return;
    this.#enterAtNearest();
    this.#stage.onEnd(end, beats);
  }

  onProblem(problem: RunProblem): void {
    if (this.#gone) return;
    this.#enterAtNearest();
    this.#stage.onProblem(problem);
  }

  #enterIfReached(batch: readonly Step[]): void {
    if (this.#wanted.kind === 'cursor') {
      if (this.#steps.length >= this.#wanted.cursor) this.#enter(this.#wanted.cursor);
      return;
    }
    const found = this.#finder?.lookThrough(batch) ?? null;
    if (found !== null) this.#enter(found);
  }

  #enterAtNearest(): void {
    if (this.#onStage) return;
    const { kind } = this.#wanted;
    this.#enter(
      kind === 'cursor'
        ? Math.min(this.#wanted.cursor, this.#steps.length)
        : nearestStoryPoint(this.#wanted.point, this.#steps),
    );
  }

  #enter(cursor: number): void {
    this.#onStage = true;
    this.#stage.enter({ opening: this.#opening, steps: this.#steps, verdicts: this.#verdicts }, cursor);
  }
}
