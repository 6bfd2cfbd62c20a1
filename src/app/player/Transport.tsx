import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCursor, usePlayback, useSession } from '../session/session.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { SPEEDS } from '../stores/playback.ts';
import { Scrubber } from './Scrubber.tsx';
import { TransportButton } from './TransportButton.tsx';
import { useMoves, usePlay, type Moves } from './use-moves.ts';
import { Where } from './Where.tsx';

/** Everything that moves the cursor, in one bar that is always in sight. */
export function Transport() {
  const { t } = useTranslation('player');
  const moves = useMoves();
  return (
    <section
      id="transport"
      tabIndex={-1}
      aria-label={t('transport.label')}
      className="flex min-h-14 flex-none items-center gap-3 border-b border-hair-2 bg-bg px-4 py-1.5 outline-none"
    >
      <MainKeys moves={moves} />
      <SpeedControl />
      <Where />
      <Scrubber />
      <StoryKeys moves={moves} />
    </section>
  );
}

const GROUP =
  'flex flex-none overflow-hidden rounded border border-rule bg-raise *:not-first:border-l *:not-first:border-hair';

export function MainKeys({ moves }: { readonly moves: Moves }) {
  const { t } = useTranslation('player');
  const { playing, atEnd, canPlay, toggle } = usePlay();
  const label = playing ? 'pause' : atEnd ? 'replay' : 'play';
  return (
    <div role="group" aria-label={t('transport.label')} className={GROUP}>
      <TransportButton icon="first" label={t('transport.first')} command="firstStep" move={moves.first} />
      <TransportButton icon="previous" label={t('transport.previous')} command="previousStep" move={moves.previous} />
      <TransportButton
        icon={playing ? 'pause' : 'play'}
        label={t(`transport.${label}`)}
        command="play"
        move={{ enabled: canPlay, go: toggle }}
        strong
      />
      <TransportButton icon="next" label={t('transport.next')} command="nextStep" move={moves.next} />
      <TransportButton icon="last" label={t('transport.last')} command="lastStep" move={moves.last} />
    </div>
  );
}

/** The three keys a thumb needs most. */
export function CompactKeys({ moves }: { readonly moves: Moves }) {
  const { t } = useTranslation('player');
  const { playing, atEnd, canPlay, toggle } = usePlay();
  const label = playing ? 'pause' : atEnd ? 'replay' : 'play';
  return (
    <div role="group" aria-label={t('transport.label')} className={GROUP}>
      <TransportButton icon="previous" label={t('transport.previous')} command="previousStep" move={moves.previous} />
      <TransportButton
        icon={playing ? 'pause' : 'play'}
        label={t(`transport.${label}`)}
        command="play"
        move={{ enabled: canPlay, go: toggle }}
        strong
      />
      <TransportButton icon="next" label={t('transport.next')} command="nextStep" move={moves.next} />
    </div>
  );
}

/** Along the story, along cause and effect, and from mark to mark. */
export function StoryKeys({ moves }: { readonly moves: Moves }) {
  const { t } = useTranslation('player');
  const cursor = useCursor();
  const marks = usePlayback((playback) => playback.breakpoints);
  const onlyBeats = usePlayback((playback) => playback.pace === 'beats');
  const { setMark, setPace } = useStoryPresses();
  const marked = marks.includes(cursor);
  return (
    <div role="group" aria-label={t('transport.along')} className={GROUP}>
      <TransportButton
        icon="beatPrevious"
        label={t('transport.previousBeat')}
        command="previousBeat"
        move={moves.previousBeat}
      />
      <TransportButton icon="beatNext" label={t('transport.nextBeat')} command="nextBeat" move={moves.nextBeat} />
      <TransportButton
        icon="flag"
        label={t('transport.onlyBeats')}
        command="live"
        move={{ enabled: true, go: setPace }}
        pressed={onlyBeats}
      />
      <TransportButton icon="cause" label={t('transport.cause')} command="toCause" move={moves.cause} />
      <TransportButton icon="effect" label={t('transport.effect')} command="toEffect" move={moves.effect} />
      <TransportButton
        icon={marked ? 'dot' : 'ring'}
        label={t(marked ? 'transport.unmark' : 'transport.mark')}
        command="breakpoint"
        move={{ enabled: cursor > 0, go: setMark }}
        pressed={marked}
      />
      <TransportButton icon="markRun" label={t('transport.toMark')} command="toBreakpoint" move={moves.toMark} />
    </div>
  );
}

/** What the two keys do that are on or off. */
function useStoryPresses() {
  const { playback } = useSession();
  return useMemo(
    () => ({
      setMark: () => {
        const { cursor, toggleBreakpoint } = playback.getState();
        toggleBreakpoint(cursor);
      },
      setPace: () => {
        const { pace, setPace } = playback.getState();
        setPace(pace === 'beats' ? 'steps' : 'beats');
      },
    }),
    [playback],
  );
}

function SpeedControl() {
  const { t } = useTranslation('player');
  const speed = usePlayback((playback) => playback.speed);
  const setSpeed = usePlayback((playback) => playback.setSpeed);
  const NAMES = { 0.25: '¼×', 0.5: '½×', 1: '1×', 2: '2×', 4: '4×' } as const;
  return (
    <SegmentedControl
      label={t('transport.speed')}
      segments={SPEEDS.map((each) => ({ id: String(each), label: NAMES[each] }))}
      value={String(speed)}
      onChange={(id) => {
        const chosen = SPEEDS.find((each) => String(each) === id);
        if (chosen !== undefined) setSpeed(chosen);
      }}
    />
  );
}
