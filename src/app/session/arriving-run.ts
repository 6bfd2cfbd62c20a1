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

interface Growing {
  readonly opening: Opening;
  readonly steps: Step[];
  readonly verdicts: Verdict[];
}

/** What the page does when a run tells something. */
export interface Stage {
  onLoading(engines: readonly EngineLoad[]): void;
  /** The reader's place in the run now on stage. */
  here(): Wanted;
  /** Steps are coming; `mended` is what had stopped this run before it was begun again. */
  onRunning(mended: RunProblem | null): void;
  /** The run takes the stage, and the reader goes on at `cursor`. */
  enter(trace: StagedTrace, cursor: number): void;
  onGrown(): void;
  onEnd(end: RunEnd, beats: readonly PlacedBeat[]): void;
  onBeats(beats: readonly PlacedBeat[]): void;
  onProblem(problem: RunProblem): void;
}

/**
 * A run on its way to the stage. The run before it stays there until the place the reader wants has been reached in this
 * one, so that a changed choice never shows an empty page in between. When its host died and replays it, it opens a second
 * time and comes to the stage anew.
 */
export class ArrivingRun implements RunListener {
  readonly #stage: Stage;
  readonly #loads = new Map<string, EngineLoad>();
  #wanted: Wanted;
  #finder: StoryFinder | null = null;
  #trace: Growing;
  #problem: RunProblem | null = null;
  #onStage = false;
  #gone = false;

  constructor(sketch: Opening, wanted: Wanted, stage: Stage) {
    this.#stage = stage;
    this.#wanted = wanted;
    this.#trace = this.#begin(sketch, wanted);
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
    this.#trace = this.#begin(opening, this.#onStage ? this.#stage.here() : this.#wanted);
    this.#stage.onRunning(this.#problem);
    this.#enterIfReached([]);
  }

  onSteps(steps: readonly Step[], verdicts: readonly Verdict[]): void {
    if (this.#gone) return;
    for (const step of steps) this.#trace.steps.push(step);
    for (const verdict of verdicts) this.#trace.verdicts.push(verdict);
    if (this.#onStage) this.#stage.onGrown();
    else this.#enterIfReached(steps);
  }

  onEnd(end: RunEnd, beats: readonly PlacedBeat[]): void {
    if (this.#gone) return;
    this.#enterAtNearest();
    this.#stage.onEnd(end, beats);
  }

  onBeats(beats: readonly PlacedBeat[]): void {
    if (!this.#gone) this.#stage.onBeats(beats);
  }

  onProblem(problem: RunProblem): void {
    if (this.#gone) return;
    this.#problem = problem;
    // Without a step there is nothing to look at that is not on stage already, and the reader's wish stands.
    if (this.#trace.steps.length > 0) this.#enterAtNearest();
    this.#stage.onProblem({ ...problem, step: Math.max(problem.step, this.#trace.steps.length) });
  }

  #begin(opening: Opening, wanted: Wanted): Growing {
    this.#onStage = false;
    this.#wanted = wanted;
    this.#finder = wanted.kind === 'story' ? new StoryFinder(wanted.point) : null;
    return { opening, steps: [], verdicts: [] };
  }

  #enterIfReached(batch: readonly Step[]): void {
    if (this.#wanted.kind === 'cursor') {
      if (this.#trace.steps.length >= this.#wanted.cursor) this.#enter(this.#wanted.cursor);
      return;
    }
    const found = this.#finder?.lookThrough(batch) ?? null;
    if (found !== null) this.#enter(found);
  }

  #enterAtNearest(): void {
    if (this.#onStage) return;
    const { steps } = this.#trace;
    const wanted = this.#wanted;
    this.#enter(
      wanted.kind === 'cursor' ? Math.min(wanted.cursor, steps.length) : nearestStoryPoint(wanted.point, steps),
    );
  }

  #enter(cursor: number): void {
    this.#onStage = true;
    this.#stage.enter(this.#trace, cursor);
  }
}
