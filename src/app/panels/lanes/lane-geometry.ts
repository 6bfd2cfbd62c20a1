/** Sizes of the lanes, in pixels. */
export const AXIS_HEIGHT = 26;
export const LANE_HEIGHT = 25;
export const NAMES_WIDTH = 188;
/** Room left of step 0 and right of the last step. */
const EDGE = 28;

/** Widths a column can have, from far to close. */
export const COLUMN_WIDTHS = [6, 10, 16, 24, 36, 48, 64] as const;
/** What a column has when a run is too long to be shown whole. */
export const COLUMN_NORMAL = 36;
const COLUMN_LARGEST = 56;
/** Below this, ticks are dots and their numbers are left out. */
export const COLUMN_FOR_GLYPHS = 16;

/** A window is moved in strides of so many columns, so that scrolling draws again only now and then. */
const STRIDE = 16;

export interface Window {
  readonly from: number;
  readonly to: number;
}

export const stepX = (step: number, column: number): number => EDGE + step * column;

export const laneY = (lane: number): number => AXIS_HEIGHT + lane * LANE_HEIGHT + LANE_HEIGHT / 2;

export const contentWidth = (count: number, column: number): number => 2 * EDGE + count * column;

/** The step under a point, from 0 to `count`. */
export const stepAtX = (x: number, column: number, count: number): number =>
  Math.max(0, Math.min(count, Math.round((x - EDGE) / column)));

/** A short run fills its room; a long one keeps columns wide enough to read and scrolls. */
export function columnFor(count: number, room: number): number {
  const fitting = Math.floor((room - 2 * EDGE) / Math.max(1, count));
  return fitting >= COLUMN_FOR_GLYPHS * 1.5 ? Math.min(COLUMN_LARGEST, fitting) : COLUMN_NORMAL;
}

/** The next column width in a direction. */
export function zoomed(column: number, towards: 1 | -1): number {
  const wider = COLUMN_WIDTHS.find((width) => width > column);
  const narrower = COLUMN_WIDTHS.findLast((width) => width < column);
  return (towards === 1 ? wider : narrower) ?? column;
}

/** Which steps to draw: those in sight and a stride to either side. */
export function windowAt(left: number, room: number, column: number, count: number): Window {
  const first = Math.floor((left - EDGE) / column);
  const last = Math.ceil((left + room - EDGE) / column);
  const from = Math.max(0, Math.floor(first / STRIDE - 1) * STRIDE);
  return { from, to: Math.min(count, Math.ceil(last / STRIDE + 1) * STRIDE) };
}

/** Where to scroll so that a step is in sight, or null when it is. */
export function leftFor(step: number, left: number, room: number, column: number): number | null {
  const x = stepX(step, column);
  const margin = Math.min(room / 4, 96);
  if (x >= left + margin / 2 && x <= left + room - margin) return null;
  const next = Math.max(0, x - (x < left + margin / 2 ? margin : room / 2));
  return next === left ? null : next;
}

/** How far apart the numbers on the axis stand, so that they do not touch. */
export function axisStride(column: number, digits: number): number {
  return [1, 2, 5, 10, 20, 50].find((stride) => stride * column >= 10 + 8 * digits) ?? 100;
}
