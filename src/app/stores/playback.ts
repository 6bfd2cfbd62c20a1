import { createStore, type StoreApi } from 'zustand/vanilla';

/** How much faster than one step a second the film runs. */
export const SPEEDS = [0.25, 0.5, 1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

/** Where the reader stands in the run and whether the film is running. */
export interface Playback {
  /** Number of the last step on show; 0 is the opening. It may point past a run that is still being computed. */
  readonly cursor: number;
  readonly playing: boolean;
  readonly speed: Speed;
  /** What the film shows: every step, or only those the story stops at. */
  readonly pace: 'steps' | 'beats';
  /** Steps the reader marked, in order. */
  readonly breakpoints: readonly number[];
  /** How the cursor came to where it is: decides what is animated and what is announced. */
  readonly moved: 'jump' | 'step' | 'play';

  readonly play: () => void;
  readonly pause: () => void;
  /** Jumping to a step stops the film: the reader wants to look. */
  readonly seek: (cursor: number) => void;
  /** One press of next or previous: like a seek, but the arrival may be animated. */
  readonly stepTo: (cursor: number) => void;
  /** One frame of the film, `next`; it stops at the last step of the run and at a breakpoint on the way. */
  readonly showFrame: (next: number, stepCount: number) => void;
  readonly setSpeed: (speed: Speed) => void;
  readonly setPace: (pace: Playback['pace']) => void;
  readonly toggleBreakpoint: (step: number) => void;
}

export type PlaybackStore = StoreApi<Playback>;

/** A film at a still, paused. */
export function createPlaybackStore(cursor = 0): PlaybackStore {
  return createStore<Playback>()((set) => ({
    cursor,
    playing: false,
    speed: 1,
    pace: 'steps',
    breakpoints: [],
    moved: 'jump',

    play: () => set({ playing: true }),
    pause: () => set({ playing: false }),
    seek: (next) => set({ cursor: Math.max(0, next), playing: false, moved: 'jump' }),
    stepTo: (next) => set({ cursor: Math.max(0, next), playing: false, moved: 'step' }),
    showFrame: (next, stepCount) => set((playback) => frame(playback, next, stepCount)),
    setSpeed: (speed) => set({ speed }),
    setPace: (pace) => set({ pace }),
    toggleBreakpoint: (step) => set(({ breakpoints }) => ({ breakpoints: toggled(breakpoints, step) })),
  }));
}

function frame({ cursor, breakpoints }: Playback, next: number, stepCount: number): Partial<Playback> {
  if (cursor >= stepCount) return { playing: false };
  const mark = breakpoints.find((step) => step > cursor && step <= next);
  const shown = mark ?? Math.min(next, stepCount);
  const stops = mark !== undefined || shown >= stepCount;
  return { cursor: shown, moved: 'play', ...(stops && { playing: false }) };
}

function toggled(marks: readonly number[], step: number): readonly number[] {
  return marks.includes(step) ? marks.filter((mark) => mark !== step) : [...marks, step].sort((a, b) => a - b);
}
