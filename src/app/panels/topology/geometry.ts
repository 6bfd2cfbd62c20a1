export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A way to be drawn: its path, where a head stands at either end and which way it points there, and its middle. */
export interface Way {
  readonly path: string;
  readonly end: Point & { readonly angle: number };
  /** For what goes back along the way. */
  readonly start: Point & { readonly angle: number };
  readonly middle: Point;
  readonly length: number;
}

const CORNER = 6;

/** Straight lines through the points with rounded corners; points in a line with their neighbours are left out. */
export function wayThrough(points: readonly Point[]): Way {
  const corners = withoutIdle(points);
  const [first] = corners;
  const last = corners.at(-1);
  if (first === undefined || last === undefined) {
    const nowhere = { x: 0, y: 0, angle: 0 };
    return { path: '', end: nowhere, start: nowhere, middle: nowhere, length: 0 };
  }
  const bends = corners
    .slice(1, -1)
    .map((corner, place) => bend(corners[place] ?? corner, corner, corners[place + 2] ?? corner));
  return {
    path: [`M${at(first)}`, ...bends, `L${at(last)}`].join(''),
    end: { ...last, angle: angleOf(corners.at(-2) ?? first, last) },
    start: { ...first, angle: angleOf(corners[1] ?? last, first) },
    middle: pointAlong(corners, 0.5),
    length: lengthOf(corners),
  };
}

/** Which way one looks going from one point to another, in degrees. */
const angleOf = (from: Point, to: Point): number => (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;

const at = ({ x, y }: Point): string => `${String(x)} ${String(y)}`;

function bend(before: Point, corner: Point, after: Point): string {
  const inner = Math.min(CORNER, distance(before, corner) / 2, distance(corner, after) / 2);
  return `L${at(towards(corner, before, inner))}Q${at(corner)} ${at(towards(corner, after, inner))}`;
}

const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to);
  if (length === 0) return from;
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length };
}

function withoutIdle(points: readonly Point[]): readonly Point[] {
  return points.filter((point, place) => {
    const [before, after] = [points[place - 1], points[place + 1]];
    if (before === undefined) return true;
    if (distance(before, point) === 0) return false;
    if (after === undefined) return true;
    const sameColumn = before.x === point.x && point.x === after.x;
    const sameRow = before.y === point.y && point.y === after.y;
    return !sameColumn && !sameRow;
  });
}

const lengthOf = (points: readonly Point[]): number =>
  points.reduce((sum, point, place) => sum + distance(points[place - 1] ?? point, point), 0);

/** The point at a share of the whole length, from 0 to 1. */
export function pointAlong(points: readonly Point[], share: number): Point {
  let left = lengthOf(points) * share;
  for (const [place, point] of points.entries()) {
    const next = points[place + 1];
    if (next === undefined) return point;
    const leg = distance(point, next);
    if (leg >= left) return towards(point, next, left);
    left -= leg;
  }
  return { x: 0, y: 0 };
}
