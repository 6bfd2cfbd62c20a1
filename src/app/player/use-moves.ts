import type { PlacedBeat } from '#sim/lessons/lesson.ts';
import { nextEffect } from '#sim/projections/cause.ts';
import type { Step } from '#sim/trace/step.ts';
import { useCommand } from '../commands/use-command.ts';
import { useFocus } from '../session/focus.ts';
import type { RunState } from '../session/run-state.ts';
import { useCursor, usePlacedBeats, usePlayback, useRun, useSession } from '../session/session.tsx';
import { SPEEDS } from '../stores/playback.ts';
import { causeOf, type Move, neighbourOn, nextBeat, nextBreakpoint, previousBeat } from './moves.ts';

/** A press that moves the cursor. `go` is null when it leads nowhere now. */
export interface MoveControl {
  readonly to: Move;
  readonly go: () => void;
}

export interface Moves {
  readonly first: MoveControl;
  readonly previous: MoveControl;
  readonly next: MoveControl;
  readonly last: MoveControl;
  readonly previousBeat: MoveControl;
  readonly nextBeat: MoveControl;
  readonly cause: MoveControl;
  readonly effect: MoveControl;
  readonly toMark: MoveControl;
}

/** Where every control of the transport leads from the cursor. A press asks again: keys may come faster than the page is drawn. */
export function useMoves(): Moves {
  const { run, playback } = useSession();
  const cursor = useCursor();
  useRun((state) => state.count);
  usePlacedBeats();
  usePlayback((state) => state.breakpoints);
  const { stepTo, seek } = playback.getState();
  const control = (find: (from: From) => Move, move = seek): MoveControl => ({
    to: find(from(run.getState(), cursor)),
    go: () => {
      const state = run.getState();
      const to = find(from(state, Math.min(playback.getState().cursor, state.count)));
      if (to !== null) move(to);
    },
  });
  return {
    first: control(({ at }) => (at > 0 ? 0 : null)),
    previous: control(({ at }) => (at > 0 ? at - 1 : null), stepTo),
    next: control(({ at, count }) => (at < count ? at + 1 : null), stepTo),
    last: control(({ at, count }) => (at < count ? count : null)),
    previousBeat: control(({ at, beats }) => previousBeat(at, beats)),
    nextBeat: control(({ at, beats }) => nextBeat(at, beats)),
    cause: control(({ at, steps }) => causeOf(at, steps)),
    effect: control(({ at, steps }) => nextEffect(steps, at)),
    toMark: control(({ at, count }) => nextBreakpoint(at, playback.getState().breakpoints, count)),
  };
}

interface From {
  readonly at: number;
  readonly count: number;
  readonly steps: readonly Step[];
  readonly beats: readonly PlacedBeat[];
}

const from = ({ count, trace, beats }: RunState, at: number): From => ({ at, count, steps: trace.steps, beats });

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

function useMove(id: Parameters<typeof useCommand>[0]['id'], { to, go }: MoveControl): void {
  useCommand({ id, run: go, enabled: to !== null });
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
  const { playing, play, pause, seek } = usePlayback((playback) => playback);
  const cursor = useCursor();
  const count = useRun((run) => run.count);
  const atEnd = count > 0 && cursor >= count;
  const toggle = () => {
    if (playing) {
      pause();
      return;
    }
    if (atEnd) seek(0);
    play();
  };
  return { playing, atEnd, canPlay: count > 0, toggle };
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
