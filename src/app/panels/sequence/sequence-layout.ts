import type { SequenceView } from '#sim/projections/sequence.ts';

/** Sizes of the diagram, in pixels. */
export const TIME_WIDTH = 76;
export const HEADER_HEIGHT = 44;
const ROW_HEIGHT = 28;
const TIGHT_ROW_HEIGHT = 16;
const TORN_HEIGHT = 26;
const TOP = 14;
const COLUMN_AT_LEAST = 118;
/** Quiet time from here on is torn out and said in words. */
const QUIET_MS = 40;

export interface PlacedRow {
  readonly step: number;
  readonly y: number;
  /** Virtual ms when it differs from the row above. */
  readonly at: number | null;
  /** Where the paper is torn above this row, and how much quiet time was left out. */
  readonly torn: { readonly y: number; readonly ms: number } | null;
}

export interface SequenceLayout {
  readonly rows: readonly PlacedRow[];
  readonly height: number;
  /** The height of a step; of one without a row, that of the row before it. */
  readonly yOf: (step: number) => number;
}

/** Rows one below the other on one virtual-time axis. Steps of the same instant stand close; long silence is cut out. */
export function layOutRows({ rows }: Pick<SequenceView, 'rows'>): SequenceLayout {
  let y = TOP;
  let before: number | null = null;
  const placed = rows.map((row): PlacedRow => {
    const same = row.at === before;
    const silent = before !== null && row.at - before >= QUIET_MS;
    const torn = silent ? { y: y + TORN_HEIGHT / 2 + 4, ms: row.at - (before ?? 0) } : null;
    y += (silent ? TORN_HEIGHT : 0) + (same ? TIGHT_ROW_HEIGHT : ROW_HEIGHT);
    before = row.at;
    return { step: row.step, y, at: same ? null : row.at, torn };
  });
  return { rows: placed, height: y + ROW_HEIGHT, yOf: (step) => heightOf(placed, step) };
}

function heightOf(rows: readonly PlacedRow[], step: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row !== undefined && row.step <= step) low = middle + 1;
    else high = middle;
  }
  return rows[low - 1]?.y ?? TOP;
}

/** How wide each participant's column is in a room; never too narrow for a name. */
export const columnWidth = (room: number, participants: number): number =>
  Math.max(COLUMN_AT_LEAST, Math.floor((room - TIME_WIDTH) / Math.max(1, participants)));

export const lifelineX = (place: number, width: number): number => TIME_WIDTH + (place + 0.5) * width;
