import { useEffect, useSyncExternalStore } from 'react';
import { useCursor, usePlacedBeats, usePlayback, useRun } from '../session/session.tsx';
import { nextBeat } from './moves.ts';

/** How long a step stays on show at 1×, in real milliseconds: its hop takes half of that, the other half is for reading. */
export const STEP_MS = 1000;
/** A beat has a paragraph to read. */
const BEAT_MS = 4000;

function subscribe(onChange: () => void): () => void {
  document.addEventListener('visibilitychange', onChange);
  return () => {
    document.removeEventListener('visibilitychange', onChange);
  };
}

/** Runs the film while it plays. It waits while the page is hidden and while the run is still being computed. */
export function useFilm(): void {
  const playing = usePlayback((playback) => playback.playing);
  const speed = usePlayback((playback) => playback.speed);
  const pace = usePlayback((playback) => playback.pace);
  const showFrame = usePlayback((playback) => playback.showFrame);
  const count = useRun((run) => run.count);
  const computing = useRun((run) => run.status.kind === 'running');
  const beats = usePlacedBeats();
  const cursor = useCursor();
  const visible = useSyncExternalStore(subscribe, () => !document.hidden);

  useEffect(() => {
    if (!playing || !visible || (cursor >= count && computing)) return;
    const next = pace === 'beats' ? (nextBeat(cursor, beats) ?? count) : cursor + 1;
    const timer = window.setTimeout(
      () => {
        showFrame(next, count);
      },
      (pace === 'beats' ? BEAT_MS : STEP_MS) / speed,
    );
    return () => {
      window.clearTimeout(timer);
    };
  }, [playing, visible, computing, speed, pace, cursor, count, beats, showFrame]);
}
