import type { Place } from '#sim/projections/place.ts';
import { type Point, type Way, wayThrough } from './geometry.ts';
import type { Topology, Wire } from './graph.ts';
import { BROKER, type Gap, type Placed } from './layout.ts';
import { exchangeAt, pipeAt, PORT_STEP, PORT_TOP, TITLE_HEIGHT } from './metrics.ts';

export interface RoutedWire extends Wire {
  readonly way: Way;
  /** The way an answer takes, where it has a line of its own: only requests do. */
  readonly answer: Way | null;
  /** Where the words about what goes along it stand. */
  readonly flag: Point;
  readonly labelAt: Point;
}

/** An end of a wire: the point, and the gap it opens into. */
interface Port extends Point {
  readonly gap: number;
}

const TOP_CHANNEL = -14;
const LANE = 8;
const LANE_EDGE = 12;
const ANSWER_BELOW = 34;

/** Finds a way for every wire: straight where ends face each other, else along a lane of its own between the columns. */
export function routeWires(
  topology: Topology,
  boxes: ReadonlyMap<string, Placed>,
  gaps: readonly Gap[],
): readonly RoutedWire[] {
  const router = new Router(topology, boxes, gaps);
  return topology.wires.flatMap((wire) => router.route(wire));
}

class Router {
  readonly #topology: Topology;
  readonly #boxes: ReadonlyMap<string, Placed>;
  readonly #gaps: readonly Gap[];
  readonly #ports = new Map<string, number>();
  readonly #lanes = new Map<number, number>();
  #channels = 0;

  constructor(topology: Topology, boxes: ReadonlyMap<string, Placed>, gaps: readonly Gap[]) {
    this.#topology = topology;
    this.#boxes = boxes;
    this.#gaps = gaps;
  }

  route(wire: Wire): readonly RoutedWire[] {
    const [from, to] = [this.#boxOf(wire.from), this.#boxOf(wire.to)];
    if (from === undefined || to === undefined) return [];
    if (wire.kind === 'dead-letter') return [this.#deadLetter(wire, from)];
    if (wire.kind === 'publish' && this.#isRightBelow(from, to)) return [straightDown(wire, from, to)];
    const inward = from.column === to.column && to.column === 1 ? this.#sideOfTheFront(wire) : null;
    const start = this.#port(wire.from, from, inward ?? (from.column < to.column ? 'right' : 'left'));
    const end = this.#port(wire.to, to, inward ?? (from.column > to.column ? 'right' : 'left'), start.y);
    const way = this.#way(start, end);
    const answer = wire.kind === 'call' ? this.#answer(wire, [from, start], [to, end]) : null;
    const top = Math.min(way.middle.y, answer?.middle.y ?? way.middle.y);
    const labelAt = { x: (start.x + end.x) / 2, y: top - 9 };
    return [{ ...wire, way, answer, flag: this.#flag(wire, way, answer), labelAt }];
  }

  #boxOf(place: Place): Placed | undefined {
    const inBroker = place.kind === 'queue' || place.kind === 'exchange';
    return this.#boxes.get(inBroker ? BROKER : `${place.kind}:${place.id}`);
  }

  /** Within the middle column, requests pass on the right, messages on the left. */
  #sideOfTheFront({ kind }: Wire): 'left' | 'right' {
    return kind === 'call' || kind === 'reach' ? 'right' : 'left';
  }

  /** On the side of a box; where a client calls it, straight across from the client if that is inside the box. */
  #port(place: Place, box: Placed, side: 'left' | 'right', across: number | null = null): Port {
    const gap = side === 'left' ? box.column - 1 : box.column;
    const x = side === 'left' ? box.x : box.x + box.width;
    const isAcross = gap === 0 && across !== null && across > box.y + TITLE_HEIGHT && across < box.y + box.height - 48;
    return { x, y: isAcross ? across : this.#height(place, box, side), gap };
  }

  #height(place: Place, box: Placed, side: 'left' | 'right'): number {
    const { broker } = this.#topology;
    if (place.kind === 'client') return box.y + 28;
    if (place.kind === 'exchange' && broker !== null) {
      return box.y + exchangeAt(Math.max(0, broker.exchanges.indexOf(place.id)));
    }
    if (place.kind === 'queue' && broker !== null) {
      return (
        box.y +
        pipeAt(
          broker,
          Math.max(
            0,
            broker.queues.findIndex(({ name }) => name === place.id),
          ),
        )
      );
    }
    const key = `${place.id} ${side}`;
    const used = this.#ports.get(key) ?? 0;
    this.#ports.set(key, used + 1);
    return box.y + Math.min(PORT_TOP + used * PORT_STEP, box.height - 12);
  }

  #answer(wire: Wire, [from, start]: readonly [Placed, Port], [to, end]: readonly [Placed, Port]): Way {
    const apart = wire.from.kind === 'client' ? ANSWER_BELOW : PORT_STEP;
    const below = (box: Placed, port: Port): Port => ({ ...port, y: Math.min(port.y + apart, box.y + box.height - 8) });
    const key = `${wire.to.id} ${end.x === to.x ? 'left' : 'right'}`;
    this.#ports.set(key, (this.#ports.get(key) ?? 0) + Math.round(apart / PORT_STEP));
    const asker = `${wire.from.id} ${start.x === from.x ? 'left' : 'right'}`;
    if (wire.from.kind === 'service') this.#ports.set(asker, (this.#ports.get(asker) ?? 0) + 1);
    return this.#way(below(to, end), below(from, start));
  }

  #way(start: Port, end: Port): Way {
    if (start.gap === end.gap && start.y === end.y && start.x !== end.x) return wayThrough([start, end]);
    const out = this.#lane(start.gap);
    if (start.gap === end.gap) return wayThrough([start, { x: out, y: start.y }, { x: out, y: end.y }, end]);
    const into = this.#lane(end.gap);
    const channel = TOP_CHANNEL - LANE * this.#channels;
    this.#channels += 1;
    return wayThrough([
      start,
      { x: out, y: start.y },
      { x: out, y: channel },
      { x: into, y: channel },
      { x: into, y: end.y },
      end,
    ]);
  }

  #lane(gap: number): number {
    const used = this.#lanes.get(gap) ?? 0;
    this.#lanes.set(gap, used + 1);
    const { left, width } = this.#gaps[gap] ?? { left: 0, width: 0 };
    return left + Math.min(LANE_EDGE + used * LANE, width - 6);
  }

  #isRightBelow(above: Placed, broker: Placed): boolean {
    const between = [...this.#boxes.values()].some(
      (box) => box.column === 1 && box !== broker && box.y > above.y && box.y < broker.y,
    );
    return above.column === 1 && !between;
  }

  /** Inside the broker: from the pipe's end down to the dashed pipe below it. */
  #deadLetter(wire: Wire, broker: Placed): RoutedWire {
    const y = this.#height(wire.from, broker, 'right');
    const x = broker.x + broker.width - 22;
    const way = wayThrough([
      { x, y },
      { x, y: y + 28 },
    ]);
    return { ...wire, way, answer: null, flag: { x: broker.x, y: broker.y + broker.height + 22 }, labelAt: { x, y } };
  }

  #flag(wire: Wire, way: Way, answer: Way | null): Point {
    const broker = this.#boxes.get(BROKER);
    if (wire.kind === 'call' || wire.kind === 'reach') {
      const lower = answer ?? way;
      const left = Math.min(way.middle.x, lower.middle.x) - (wire.from.kind === 'client' ? 90 : 60);
      return { x: left, y: lower.middle.y + 30 };
    }
    return broker === undefined ? way.middle : { x: broker.x + 10, y: broker.y - 40 };
  }
}

function straightDown(wire: Wire, from: Placed, to: Placed): RoutedWire {
  const x = from.x + from.width / 2;
  const way = wayThrough([
    { x, y: from.y + from.height },
    { x, y: to.y },
  ]);
  return { ...wire, way, answer: null, flag: { x: x + 20, y: way.middle.y - 16 }, labelAt: { x, y: way.middle.y } };
}
