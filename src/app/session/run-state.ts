import type { RunProblem } from '#host/run-host.ts';
import type { EngineKind } from '#sim/kernel/engine-port.ts';
import type { Lesson, PlacedBeat } from '#sim/lessons/lesson.ts';
import type { Result } from '#sim/model/result.ts';
import type { Diagnostic } from '#sim/scenario/diagnostic.ts';
import type { PlanEntry } from '#sim/scenario/plan.ts';
import type { Scenario } from '#sim/scenario/scenario.ts';
import type { Step } from '#sim/trace/step.ts';
import type { Opening, RunEnd, Verdict } from '#sim/trace/trace.ts';

/** What the reader asked for: with the scenario file it is the whole run. */
export interface RunRequest {
  /** Only the choices that differ from their default. */
  readonly choices: Readonly<Record<string, string>>;
  readonly caseId: string | null;
  readonly seed: number;
  /** The reader's own entries; they stand behind the scenario's plan. */
  readonly entries: readonly PlanEntry[];
}

/** A scenario file as the session needs it: something that answers with the design a request names. */
export interface RunSource {
  readonly id: string;
  /** In the reader's language. */
  readonly lesson: Lesson | null;
  readonly resolve: (request: RunRequest) => Result<Scenario, readonly Diagnostic[]>;
}

/** How much of an engine has arrived. */
export interface EngineLoad {
  readonly engine: EngineKind;
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

export type RunStatus =
  | { readonly kind: 'sketch' }
  | { readonly kind: 'loading'; readonly engines: readonly EngineLoad[] }
  | { readonly kind: 'running' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'problem'; readonly problem: RunProblem };

/** The history on stage. It only grows, and it stands outside React: what is published is how long it is. */
export interface StagedTrace {
  readonly opening: Opening;
  readonly steps: readonly Step[];
  readonly verdicts: readonly Verdict[];
}

/** One run as the page shows it. `trace`, `scenario`, `beats` and `end` belong together; `request` may be ahead of them. */
export interface RunView {
  readonly scenario: Scenario;
  readonly request: RunRequest;
  readonly status: RunStatus;
  readonly trace: StagedTrace;
  /** How many steps of the trace are known. */
  readonly count: number;
  readonly beats: readonly PlacedBeat[];
  readonly end: RunEnd | null;
  /** What stopped this run before it was computed once more; the run is the same. */
  readonly mended: RunProblem | null;
  /** Counts the runs that took the stage; 0 while only the sketch stands there. */
  readonly version: number;
  /** What the reader asked for before, newest last: what Undo goes back through. */
  readonly past: readonly RunRequest[];
}

export interface RunActions {
  /** Computes the run of the request, keeping the reader at the same story point. */
  readonly start: () => void;
  readonly choose: (choice: string, option: string) => void;
  readonly openCase: (caseId: string | null) => void;
  readonly addEntry: (entry: PlanEntry) => void;
  readonly removeEntry: (index: number) => void;
  readonly undo: () => void;
  /** Another run altogether, as an address names it; the cursor is the reader's wish. */
  readonly goTo: (request: RunRequest, cursor: number) => void;
  /** The same run again, after a problem. */
  readonly retry: () => void;
  readonly cancel: () => void;
  /** The reader has seen that the run had to be computed once more. */
  readonly dismissMended: () => void;
}

export type RunState = RunView & RunActions;
