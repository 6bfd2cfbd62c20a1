import { nextEffect } from '#sim/projections/cause.ts';
import { useCommand } from '../commands/use-command.ts';
import { useFocus } from '../session/focus.ts';
import { useCursor, usePlacedBeats, usePlayback, useRun } from '../session/session.tsx';
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

/** Where every control of the transport leads from the cursor. */
export function useMoves(): Moves {
  const cursor = useCursor();
  const steps = useRun((run) => run.trace.steps);
  const count = useRun((run) => run.count);
  const beats = usePlacedBeats();
  const marks = usePlayback((playback) => playback.breakpoints);
  const stepTo = usePlayback((playback) => playback.stepTo);
  const seek = usePlayback((playback) => playback.seek);
  const control = (to: Move, move = seek): MoveControl => ({
    to,
    go: () => {
      if (to !== null) move(to);
    },
  });
  return {
    first: control(cursor > 0 ? 0 : null),
    previous: control(cursor > 0 ? cursor - 1 : null, stepTo),
    next: control(cursor < count ? cursor + 1 : null, stepTo),
    last: control(cursor < count ? count : null),
    previousBeat: control(previousBeat(cursor, beats)),
    nextBeat: control(nextBeat(cursor, beats)),
    cause: control(causeOf(cursor, steps)),
    effect: control(nextEffect(steps, cursor)),
    toMark: control(nextBreakpoint(cursor, marks, count)),
  };
}

/** The moves under their keys. Moves that lead nowhere leave their keys to others. */
export function useMoveCommands(moves: Moves): void {
  const cursor = useCursor();
  const steps = useRun((run) => run.trace.steps);
  const opening = useRun((run) => run.trace.opening);
  const stepTo = usePlayback((playback) => playback.stepTo);
  const toggle = usePlayback((playback) => playback.toggleBreakpoint);
  const { service } = useFocus([...opening.services, ...opening.clients].map(({ id }) => id));
  const here = (towards: 1 | -1) => {
    const to = service === null ? null : neighbourOn(service, cursor, steps, towards);
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
  useCommand({ id: 'breakpoint', run: () => toggle(cursor), enabled: cursor > 0 });
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
