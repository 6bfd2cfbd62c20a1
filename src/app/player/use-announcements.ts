import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../frame/announcer.ts';
import { useDescribe } from '../session/sentences/use-say.ts';
import { useCursor, usePlacedBeats, usePlayback, useRun, useStep } from '../session/session.tsx';
import { useSettings } from '../stores/settings.ts';

/** A reader who holds the key down hears where he lets go; a film is never talked over. */
const SETTLED_MS = 250;
const BETWEEN_BEATS_MS = 1500;

/** Speaks the step one arrives at; while the film runs only its beats, at most one in a second and a half; and problems at once. */
export function useAnnouncements(): void {
  useSpokenSteps();
  useSpokenStatus();
}

function useSpokenSteps(): void {
  const { t } = useTranslation('player');
  const wanted = useSettings((settings) => settings.announcements);
  const playing = usePlayback((playback) => playback.playing);
  const moved = usePlayback((playback) => playback.moved);
  const count = useRun((run) => run.count);
  const version = useRun((run) => run.version);
  const cursor = useCursor();
  const step = useStep();
  const beats = usePlacedBeats();
  const describe = useDescribe();
  const lastBeat = useRef(0);
  const shown = useRef({ cursor, version });

  useEffect(() => {
    const { cursor: before, version: run } = shown.current;
    shown.current = { cursor, version };
    if (!wanted || (cursor === before && version === run) || version === 0) return;
    if (playing || moved === 'play') {
      const beat = beats.find((one) => one.cursor === cursor);
      if (beat === undefined || Date.now() - lastBeat.current < BETWEEN_BEATS_MS) return;
      lastBeat.current = Date.now();
      const say = beat.beat.say ?? beat.beat.predict?.ask ?? '';
      announce(t('announce.beat', { beat: beat.index + 1, beats: beats.length, say }));
      return;
    }
    const timer = window.setTimeout(() => {
      announce(
        step === null
          ? t('announce.opening')
          : t('announce.step', { step: cursor, all: count, ms: step.at, sentence: describe(step) }),
      );
    }, SETTLED_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [wanted, cursor, version, playing, moved, beats, step, count, describe, t]);
}

function useSpokenStatus(): void {
  const { t } = useTranslation('player');
  const status = useRun((run) => run.status);
  const count = useRun((run) => run.count);
  const problem = status.kind === 'problem' ? status.problem : null;
  useEffect(() => {
    if (problem !== null) {
      announce(t('announce.problem', { what: t(`problem.${problem.kind}`, { ...problem }) }), 'assertive');
    }
  }, [problem, t]);
  useEffect(() => {
    if (status.kind === 'ready') announce(t('announce.ready', { all: count }));
    // Only the moment the run is complete is news, not each later change of words.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [status.kind]);
}
