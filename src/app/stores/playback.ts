import { createStore, type StoreApi } from 'zustand/vanilla';

/** How many steps the film shows a second, and a word for it. */
export const SPEEDS = [0.25, 0.5, 1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

/** Where the reader stands in the run and whether the film is running. */
export interface Playback {
  /** Number of the last step on show; 0 is the opening. It may point past a run that is still being computed. */
  readonly cursor: number;
  readonly playing: boolean;
  readonly speed: Speed;
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
  /** One frame of the film; the last one stops it. */
  readonly showNext: (stepCount: number) => void;
  readonly setSpeed: (speed: Speed) => void;
  readonly toggleBreakpoint: (step: number) => void;
  readonly clearBreakpoints: () => void;
}

export type PlaybackStore = StoreApi<Playback>;

/** A film at its first still, paused. */
export function createPlaybackStore(cursor = 0): PlaybackStore {
  return createStore<Playback>()((set) => ({
    cursor,
    playing: false,
    speed: 1,
    breakpoints: [],
    moved: 'jump',

    play: () => set({ playing: true }),
    pause: () => set({ playing: false }),
    seek: (next) => set({ cursor: Math.max(0, next), playing: false, moved: 'jump' }),
    stepTo: (next) => set({ cursor: Math.max(0, next), playing: false, moved: 'step' }),
    showNext: (stepCount) => set((playback) => nextFrame(playback, stepCount)),
    setSpeed: (speed) => set({ speed }),
    toggleBreakpoint: (step) => set(({ breakpoints }) => ({ breakpoints: toggled(breakpoints, step) })),
    clearBreakpoints: () => set({ breakpoints: [] }),
  }));
}

function nextFrame({ cursor, breakpoints }: Playback, stepCount: number): Partial<Playback> {
  if (cursor >= stepCount) return { playing: false };
  const next = cursor + 1;
  const stops = next >= stepCount || breakpoints.includes(next);
  return { cursor: next, moved: 'play', ...(stops && { playing: false }) };
}

function toggled(marks: readonly number[], step: number): readonly number[] {
  return marks.includes(step) ? marks.filter((mark) => mark !== step) : [...marks, step].sort((a, b) => a - b);
}
