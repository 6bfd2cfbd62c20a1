import type { ServiceBox, Topology } from './graph.ts';
import type { Box } from './geometry.ts';
import { BROKER_WIDTH, brokerHeight, CLIENT, FRONT_WIDTH, serviceHeight, SIDE_WIDTH } from './metrics.ts';
import { type RoutedWire, routeWires } from './routes.ts';

/** A thing on the picture and where it stands. Columns count from 0: clients, the front, then the others. */
export interface Placed extends Box {
  readonly column: number;
}

export interface Layout {
  /** By node id: `client:Alice`, `service:order`, `broker`. */
  readonly boxes: ReadonlyMap<string, Placed>;
  readonly wires: readonly RoutedWire[];
  /** The free space right of every column: gap 0 is right of the clients, the last one right of everything. */
  readonly gaps: readonly Gap[];
  readonly width: number;
  readonly height: number;
}

export interface Gap {
  readonly left: number;
  readonly width: number;
}

export const BROKER = 'broker';

const SIDE_PER_COLUMN = 3;
const BETWEEN_SERVICES = 14;
const ABOVE_BROKER = 48;
const BETWEEN_CLIENTS = 24;
/** The corner above the first client is free for what the player puts there. */
const BELOW_TITLE = 52;
const CLIENT_GAP = 120;
/** How far the broker reaches left of the services above it. */
const BROKER_OVERHANG = 48;
const LANE = 8;
const GAP_EDGES = 34;
const GAP_WITH_CALLS = 124;

/**
 * Puts everything in its place, from the scenario alone and always the same: clients left, what they call at the top of
 * the middle, the broker below, the others right of it, three to a column.
 */
export function layOut(topology: Topology): Layout {
  const fronts = topology.services.filter(({ front }) => front);
  const sides = topology.services.filter(({ front }) => !front);
  const boxes = new Map<string, Placed>();
  const frontLeft = CLIENT.width + CLIENT_GAP;
  let bottom = placeColumn(boxes, fronts, { left: frontLeft, width: FRONT_WIDTH, column: 1 });
  placeClients(boxes, topology, fronts);
  let right = frontLeft + FRONT_WIDTH;
  if (topology.broker !== null) {
    const box = { x: frontLeft - BROKER_OVERHANG, y: bottom + ABOVE_BROKER, width: BROKER_WIDTH, column: 1 };
    boxes.set(BROKER, { ...box, height: brokerHeight(topology.broker) });
    bottom = box.y + brokerHeight(topology.broker);
    right = box.x + box.width;
  }
  const gaps: Gap[] = [{ left: CLIENT.width, width: frontLeft - BROKER_OVERHANG - CLIENT.width }];
  const sideColumns = Math.ceil(sides.length / SIDE_PER_COLUMN);
  for (let place = 0; place < sideColumns; place += 1) {
    const width = gapWidth(topology, place);
    gaps.push({ left: right, width });
    const column = sides.slice(place * SIDE_PER_COLUMN, (place + 1) * SIDE_PER_COLUMN);
    bottom = Math.max(
      bottom,
      placeColumn(boxes, column, { left: right + width, width: SIDE_WIDTH, column: place + 2 }),
    );
    right += width + SIDE_WIDTH;
  }
  gaps.push({ left: right, width: GAP_EDGES + LANE * topology.wires.length });
  return { boxes, gaps, wires: routeWires(topology, boxes, gaps), width: right, height: bottom };
}

function placeColumn(
  boxes: Map<string, Placed>,
  services: readonly ServiceBox[],
  { left, width, column }: { readonly left: number; readonly width: number; readonly column: number },
): number {
  let top = 0;
  for (const service of services) {
    const height = serviceHeight(service);
    boxes.set(`service:${service.actor}`, { x: left, y: top, width, height, column });
    top += height + BETWEEN_SERVICES;
  }
  return Math.max(0, top - BETWEEN_SERVICES);
}

/** A client stands beside the service it calls first, as far as there is room. */
function placeClients(boxes: Map<string, Placed>, { clients, wires }: Topology, fronts: readonly ServiceBox[]): void {
  let free = 0;
  for (const { actor } of clients) {
    const called = wires.find(({ from, to }) => from.id === actor && fronts.some((front) => front.actor === to.id));
    const beside = called === undefined ? BELOW_TITLE : (boxes.get(`service:${called.to.id}`)?.y ?? 0) + BELOW_TITLE;
    const y = Math.max(beside, free);
    boxes.set(`client:${actor}`, { x: 0, y, ...CLIENT, column: 0 });
    free = y + CLIENT.height + BETWEEN_CLIENTS;
  }
}

/** Wires run side by side in the gap; requests between services have their names there too. */
function gapWidth({ wires }: Topology, place: number): number {
  if (place > 0) return GAP_EDGES + LANE * wires.length;
  const calls = wires.some(({ kind, from }) => (kind === 'call' || kind === 'reach') && from.kind === 'service');
  const lanes = wires.filter(({ kind }) => kind !== 'dead-letter').length;
  return Math.max(calls ? GAP_WITH_CALLS : 0, GAP_EDGES + LANE * lanes);
}
