import { describe, expect, it } from 'vitest';
import { createPlaybackStore } from './playback.ts';

describe('the film', () => {
  it('stops when the reader looks elsewhere', () => {
    const store = createPlaybackStore();
    store.getState().play();
    store.getState().seek(7);

    expect(store.getState()).toMatchObject({ cursor: 7, playing: false, moved: 'jump' });
  });

  it('stops at the last step', () => {
    const store = createPlaybackStore(1);
    store.getState().play();
    store.getState().showFrame(2, 3);
    expect(store.getState()).toMatchObject({ cursor: 2, playing: true });

    store.getState().showFrame(3, 3);
    expect(store.getState()).toMatchObject({ cursor: 3, playing: false });
  });

  it('stops at a breakpoint, also when a frame would leap over it', () => {
    const store = createPlaybackStore(2);
    store.getState().toggleBreakpoint(5);
    store.getState().play();
    store.getState().showFrame(9, 20);

    expect(store.getState()).toMatchObject({ cursor: 5, playing: false });

    store.getState().play();
    store.getState().showFrame(9, 20);
    expect(store.getState()).toMatchObject({ cursor: 9, playing: true });
  });

  it('never stands before the opening', () => {
    const store = createPlaybackStore();
    store.getState().stepTo(-1);

    expect(store.getState().cursor).toBe(0);
  });

  it('keeps its breakpoints in order and drops one that is set twice', () => {
    const store = createPlaybackStore();
    for (const step of [9, 3, 9, 5]) store.getState().toggleBreakpoint(step);

    expect(store.getState().breakpoints).toEqual([3, 5]);
  });
});
