/** How many lines of the log are in the page at once, and by how many the window moves. */
export const WINDOW = 60;
const STRIDE = 30;
/** So near the edge of the window, in pixels, it moves on. */
const NEAR = 240;

export interface Window {
  readonly start: number;
  readonly end: number;
}

/** The last lines: where the reader is after every step. */
export const lastWindow = (count: number): Window => ({ start: Math.max(0, count - WINDOW), end: count });

interface Scrolled {
  readonly scrollTop: number;
  readonly scrollHeight: number;
  readonly clientHeight: number;
}

/** The window after scrolling: moved towards the edge the reader came near, or the same one. */
export function movedWindow(
  window: Window,
  count: number,
  { scrollTop, scrollHeight, clientHeight }: Scrolled,
): Window {
  if (scrollTop < NEAR && window.start > 0) {
    const start = Math.max(0, window.start - STRIDE);
    return { start, end: Math.min(count, start + WINDOW) };
  }
  if (scrollHeight - scrollTop - clientHeight < NEAR && window.end < count) {
    const end = Math.min(count, window.end + STRIDE);
    return { start: Math.max(0, end - WINDOW), end };
  }
  return window;
}
