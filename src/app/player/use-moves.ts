import { useCallback, useMemo } from 'react';
import type { PlacedBeat } from '#sim/lessons/lesson.ts';
import { nextEffect } from '#sim/projections/cause.ts';
import type { Step } from '#sim/trace/step.ts';
import { useCommand } from '../commands/use-command.ts';
import { useFocus } from '../session/focus.ts';
import { type Session, useCursor, usePlacedBeats, usePlayback, useRun, useSession } from '../session/session.tsx';
import { SPEEDS } from '../stores/playback.ts';
import { causeOf, type Move, neighbourOn, nextBeat, nextBreakpoint, previousBeat } from './moves.ts';

/** A press that moves the cursor, and whether it leads anywhere now. */
export interface MoveControl {
  readonly enabled: boolean;
  /** Stays the same function, so that a control is drawn again only when it is switched on or off. */
  readonly go: () => void;
}

export type MoveName =
  'first' | 'previous' | 'next' | 'last' | 'previousBeat' | 'nextBeat' | 'cause' | 'effect' | 'toMark';
export type Moves = Readonly<Record<MoveName, MoveControl>>;

const FINDERS: Readonly<Record<MoveName, (from: From) => Move>> = {
  first: ({ at }) => (at > 0 ? 0 : null),
  previous: ({ at }) => (at > 0 ? at - 1 : null),
  next: ({ at, count }) => (at < count ? at + 1 : null),
  last: ({ at, count }) => (at < count ? count : null),
  previousBeat: ({ at, beats }) => previousBeat(at, beats),
  nextBeat: ({ at, beats }) => nextBeat(at, beats),
  cause: ({ at, steps }) => causeOf(at, steps),
  effect: ({ at, steps }) => nextEffect(steps, at),
  toMark: ({ at, count, marks }) => nextBreakpoint(at, marks, count),
};

const NAMES = Object.keys(FINDERS) as readonly MoveName[];
const ONE_STEP: readonly MoveName[] = ['previous', 'next'];

/** Where every control of the transport leads from the cursor. A press asks again: keys may come faster than the page is drawn. */
export function useMoves(): Moves {
  const session = useSession();
  const cursor = useCursor();
  const count = useRun((run) => run.count);
  const beats = usePlacedBeats();
  const marks = usePlayback((playback) => playback.breakpoints);
  const steps = useRun((run) => run.trace.steps);
  const goes = useMemo(() => byName((name) => () => go(session, name)), [session]);
  const from = { at: cursor, count, steps, beats, marks };
  return byName((name) => ({ enabled: FINDERS[name](from) !== null, go: goes[name] }));
}

function byName<Value>(make: (name: MoveName) => Value): Readonly<Record<MoveName, Value>> {
  return Object.fromEntries(NAMES.map((name) => [name, make(name)])) as Record<MoveName, Value>;
}

function go({ run, playback }: Session, name: MoveName): void {
  const { count, trace, beats } = run.getState();
  const { cursor, breakpoints: marks, seek, stepTo } = playback.getState();
  const to = FINDERS[name]({ at: Math.min(cursor, count), count, steps: trace.steps, beats, marks });
  if (to === null) return;
  if (ONE_STEP.includes(name)) stepTo(to);
  else seek(to);
}

interface From {
  readonly at: number;
  readonly count: number;
  readonly steps: readonly Step[];
  readonly beats: readonly PlacedBeat[];
  readonly marks: readonly number[];
}

/** The moves under their keys. Moves that lead nowhere leave their keys to others. */
export function useMoveCommands(moves: Moves): void {
  const cursor = useCursor();
  const { run, playback } = useSession();
  const opening = useRun((state) => state.trace.opening);
  const { stepTo, toggleBreakpoint } = playback.getState();
  const { service } = useFocus([...opening.services, ...opening.clients].map(({ id }) => id));
  const here = (towards: 1 | -1) => {
    const { count, trace } = run.getState();
    const at = Math.min(playback.getState().cursor, count);
    const to = service === null ? null : neighbourOn(service, at, trace.steps, towards);
    if (to !== null) stepTo(to);
  };

  useMove('firstStep', moves.first);
  useMove('previousStep', moves.previous);
  useMove('nextStep', moves.next);
  useMove('lastStep', moves.last);
  useMove('previousBeat', moves.previousBeat);
  useMove('nextBeat', moves.nextBeat);
  useMove('toCause', moves.cause);
  useMove('toEffect', moves.effect);
  useMove('toBreakpoint', moves.toMark);
  useCommand({ id: 'nextHere', run: () => here(1), enabled: service !== null });
  useCommand({ id: 'previousHere', run: () => here(-1), enabled: service !== null });
  useCommand({ id: 'breakpoint', run: () => toggleBreakpoint(cursor), enabled: cursor > 0 });
}

function useMove(id: Parameters<typeof useCommand>[0]['id'], { enabled, go: run }: MoveControl): void {
  useCommand({ id, run, enabled });
}

export interface PlayControl {
  readonly playing: boolean;
  /** Play at the end begins again. */
  readonly atEnd: boolean;
  readonly canPlay: boolean;
  readonly toggle: () => void;
}

/** Play, pause, and how fast. */
export function usePlay(): PlayControl {
  const session = useSession();
  const playing = usePlayback((playback) => playback.playing);
  const count = useRun((run) => run.count);
  const atEnd = useCursor() >= count && count > 0;
  const toggle = useCallback(() => toggleFilm(session), [session]);
  return { playing, atEnd, canPlay: count > 0, toggle };
}

function toggleFilm({ run, playback }: Session): void {
  const { playing, cursor, play, pause, seek } = playback.getState();
  if (playing) {
    pause();
    return;
  }
  if (cursor >= run.getState().count) seek(0);
  play();
}

export function usePlayCommands({ toggle, canPlay }: PlayControl): void {
  const { speed, pace, setSpeed, setPace } = usePlayback((playback) => playback);
  const at = SPEEDS.indexOf(speed);
  const slower = SPEEDS[at - 1];
  const faster = SPEEDS[at + 1];
  useCommand({ id: 'play', run: toggle, enabled: canPlay });
  useCommand({ id: 'slower', run: () => slower && setSpeed(slower), enabled: slower !== undefined });
  useCommand({ id: 'faster', run: () => faster && setSpeed(faster), enabled: faster !== undefined });
  useCommand({ id: 'live', run: () => setPace(pace === 'steps' ? 'beats' : 'steps') });
}
