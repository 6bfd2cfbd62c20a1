import { useCallback } from 'react';
import { useSession } from '../session/session.tsx';
import { progressStore } from '../stores/progress.ts';
import { isLessonRun, stopAt, stopsOf } from './story.ts';

/**
 * Keeps how far the reader is in a scenario, under the address that leads back there. Beats count only in the lesson's own runs; the
 * last beat of the plain run is the end of the lesson.
 */
export function useRecordVisit(): (link: string) => void {
  const { source, run, playback } = useSession();
  return useCallback(
    (link) => {
      const { beats, request, count } = run.getState();
      const cursor = Math.min(playback.getState().cursor, count);
      const counts = request.caseId === null && isLessonRun(request);
      const stops = counts ? stopsOf(beats) : [];
      const known = progressStore.getState().visits[source.id];
      progressStore.getState().visit(source.id, {
        beat: stopAt(stops, cursor) + 1,
        beats: stops.length === 0 ? (known?.beats ?? 0) : stops.length,
        step: cursor,
        steps: count,
        link,
      });
    },
    [source, run, playback],
  );
}
