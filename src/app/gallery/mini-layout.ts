import type { Card } from '../catalogue/card.ts';

export const WIDTH = 336;
export const HEIGHT = 100;

const MARGIN = { left: 44, right: 26, y: 8 };
const TALL = { width: 72, height: 74 };
const FLAT_WIDTH = 88;
const GAP = 6;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface MiniLayout {
  /** One per service, in the card's order. */
  readonly boxes: readonly Box[];
  /** The pipe all events go through; null when there are none. */
  readonly pipe: Box | null;
}

/** How many hops a service is away from what a client asks. */
function layersOf({ services, asked, events, calls, reaches }: Card): readonly number[] {
  const layers: number[] = services.map((_, index) => (asked.includes(index) ? 0 : -1));
  if (!layers.includes(0) && layers.length > 0) layers[0] = 0;
  const links = [...events, ...calls, ...reaches];
  for (let hop = 0; hop < services.length; hop += 1) {
    for (const [from, to] of links) if (layers[from] === hop && layers[to] === -1) layers[to] = hop + 1;
  }
  const last = Math.max(0, ...layers);
  return layers.map((layer) => (layer === -1 ? Math.max(last, 1) : layer));
}

/** Places a card's services in columns from left to right, the way a request and its events travel. */
export function layOut(card: Card): MiniLayout {
  const layers = layersOf(card);
  const columns = Math.max(0, ...layers) + 1;
  const boxes = card.services.map((_, index) => {
    const layer = layers[index] ?? 0;
    const mates = layers.flatMap((other, at) => (other === layer ? [at] : []));
    return boxIn(layer, columns, mates.indexOf(index), mates.length);
  });
  return { boxes, pipe: card.events.length === 0 ? null : pipeBetween(boxes, card.events) };
}

function boxIn(column: number, columns: number, row: number, rows: number): Box {
  const room = HEIGHT - 2 * MARGIN.y - GAP * (rows - 1);
  const height = Math.min(TALL.height, room / rows);
  const width = height >= 60 ? TALL.width : FLAT_WIDTH;
  const left = MARGIN.left;
  const right = WIDTH - MARGIN.right - width;
  const x = columns === 1 ? (left + right) / 2 : left + ((right - left) * column) / (columns - 1);
  const used = rows * height + (rows - 1) * GAP;
  return { x, y: (HEIGHT - used) / 2 + row * (height + GAP), width, height };
}

/** Between the first publisher and the next column that hears of it; events that only go back pass at the nearer edge. */
function pipeBetween(boxes: readonly Box[], events: Card['events']): Box {
  const ends = events.flatMap(([from]) => boxes[from] ?? []).map(({ x, width }) => x + width);
  const starts = events.flatMap(([, to]) => boxes[to] ?? []).map(({ x }) => x);
  const left = Math.min(...ends);
  const right = Math.min(...starts.filter((x) => x > left), WIDTH);
  const width = Math.min(76, Math.max(28, right - left - 56));
  const x = (left + right) / 2 - width / 2;
  return { x: Math.max(MARGIN.y, Math.min(x, WIDTH - MARGIN.y - width)), y: HEIGHT / 2 - 10, width, height: 20 };
}
