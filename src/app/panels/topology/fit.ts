import type { Layout } from './layout.ts';

interface Room {
  readonly width: number;
  readonly height: number;
}

/** Below there is more of it, for the attribution. */
const MARGIN = { sides: 16, top: 14, bottom: 22 };
const LARGEST = 1.3;
const SMALLEST = 0.3;

/** The zoom and offset that show a layout whole, in the middle of its room and no larger than is good to read. */
export function fitted(layout: Layout, room: Room): { readonly x: number; readonly y: number; readonly zoom: number } {
  const { left, top, right, bottom } = extentOf(layout);
  const [width, height] = [right - left, bottom - top];
  const zoom = Math.min((room.width - 2 * MARGIN.sides) / width, (room.height - MARGIN.top - MARGIN.bottom) / height);
  const shown = Math.max(SMALLEST, Math.min(LARGEST, zoom));
  return {
    x: (room.width - width * shown) / 2 - left * shown,
    y: (room.height - height * shown + MARGIN.top - MARGIN.bottom) / 2 - top * shown,
    zoom: shown,
  };
}

/** Wires over the top of everything need their room too. */
function extentOf({ width, height, wires }: Layout) {
  const overTheTop = wires.some(({ way }) => way.path.includes(' -'));
  return { left: 0, top: overTheTop ? -40 : 0, right: width, bottom: height };
}
