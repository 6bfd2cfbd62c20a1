import { createContext, type ReactNode, use, useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import type { RunHost } from '#host/run-host.ts';
import type { PlacedBeat } from '#sim/lessons/lesson.ts';
import type { Projection } from '#sim/projections/projection.ts';
import type { Scenario } from '#sim/scenario/scenario.ts';
import type { Step } from '#sim/trace/step.ts';
import { createPlaybackStore, type Playback, type PlaybackStore } from '../stores/playback.ts';
import { createSelectionStore, type Selection, type SelectionStore } from '../stores/selection.ts';
import type { RunRequest, RunSource, RunState, StagedTrace } from './run-state.ts';
import { createRunStore, type RunStore } from './run-store.ts';
import { Timelines } from './timelines.ts';

/** One run on screen. Two sessions can stand side by side to compare two runs. */
export interface Session {
  readonly source: RunSource;
  readonly run: RunStore;
  readonly playback: PlaybackStore;
  readonly selection: SelectionStore;
  readonly timelines: Timelines;
}

interface Begin {
  readonly source: RunSource;
  readonly host: RunHost;
  readonly request: RunRequest;
  /** What `request` resolves to. */
  readonly scenario: Scenario;
  /** Where the reader wants to stand, 0 for the opening. */
  readonly cursor: number;
}

/** A session at its sketch: nothing is computed before `run.start()`. */
export function createSession({ source, host, request, scenario, cursor }: Begin): Session {
  const playback = createPlaybackStore(cursor);
  return {
    source,
    playback,
    run: createRunStore({ source, host, playback }, request, scenario),
    selection: createSelectionStore(),
    timelines: new Timelines(),
  };
}

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('A panel was rendered outside a SessionProvider');
  return session;
}

export function useRun<Slice>(select: (run: RunState) => Slice): Slice {
  return useStore(useSession().run, select);
}

export function usePlayback<Slice>(select: (playback: Playback) => Slice): Slice {
  return useStore(useSession().playback, select);
}

export function useSelection<Slice>(select: (selection: Selection) => Slice): Slice {
  return useStore(useSession().selection, select);
}

/** The cursor of a part of the page that may come a moment later than the rest; null elsewhere. */
const LateCursor = createContext<number | null>(null);

/** Number of the last step on show: the reader's wish, as far as the run is known. */
export function useCursor(): number {
  const late = use(LateCursor);
  const count = useRun((run) => run.count);
  const cursor = usePlayback((playback) => late ?? playback.cursor);
  return Math.min(cursor, count);
}

/**
 * A part of the page with much to draw. It is drawn after the rest, in slices, and not at all while the cursor has already moved
 * on: so a reader who scrubs is never kept waiting for it.
 */
export function Late({ children }: { readonly children: ReactNode }) {
  const cursor = useCursor();
  const version = useRun((run) => run.version);
  const now = useMemo(() => ({ cursor, version }), [cursor, version]);
  const shown = useDeferredValue(now);
  // A cursor of another run means nothing here.
  return <LateCursor value={shown.version === version ? shown.cursor : cursor}>{children}</LateCursor>;
}

/** Whether this part of the page has yet to be drawn at the reader's cursor. */
export function useIsLate(): boolean {
  const shown = useCursor();
  const count = useRun((run) => run.count);
  return usePlayback((playback) => Math.min(playback.cursor, count) !== shown);
}

/** Moves the cursor; stops the film. */
export function useSeek(): (cursor: number) => void {
  return usePlayback((playback) => playback.seek);
}

/** The history on stage. Its arrays grow in place; `count` says how far they are known. */
export function useTrace(): StagedTrace & { readonly count: number; readonly version: number } {
  const trace = useRun((run) => run.trace);
  const count = useRun((run) => run.count);
  const version = useRun((run) => run.version);
  return useMemo(() => ({ ...trace, count, version }), [trace, count, version]);
}

/** The view a projection gives at the step now on show; before the run exists, of the scenario's sketch. */
export function useProjection<View>(projection: Projection<View>): View {
  const { timelines } = useSession();
  const trace = useRun((run) => run.trace);
  return timelines.of(projection, trace).at(useCursor(), trace.steps);
}

/** The step at the cursor; null at the opening. */
export function useStep(): Step | null {
  const trace = useRun((run) => run.trace);
  return trace.steps[useCursor() - 1] ?? null;
}

/** The lesson's beats as this run passes them; empty until the run is complete. */
export function usePlacedBeats(): readonly PlacedBeat[] {
  return useRun((run) => run.beats);
}
