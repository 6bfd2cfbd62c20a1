import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Place, wireId } from '#sim/projections/place.ts';
import type { QueueBox, ServiceBox, Topology, Wire } from './graph.ts';
import { fitted } from './fit.ts';
import { BROKER, type Layout, layOut, type Placed } from './layout.ts';

const service = (place: number, front: boolean, tables: number): ServiceBox => ({
  actor: `s${String(place)}`,
  title: `Service ${String(place)}`,
  tone: 1,
  instances: 1,
  front,
  relay: tables % 2 === 0,
  work: 'api',
  database:
    tables === 0
      ? null
      : {
          id: `s${String(place)}`,
          engine: tables % 2 === 0 ? 'postgres' : 'document',
          standsFor: tables % 2 === 0 ? null : 'MongoDB',
          shown: Array.from({ length: tables }, (_, table) => `t${String(table)}`),
          rowsEach: 1,
          named: ['inbox'],
        },
});

const at = (kind: Place['kind'], id: string): Place => ({ kind, id });
const wire = (kind: Wire['kind'], from: Place, to: Place): Wire => ({
  id: wireId(from, to),
  kind,
  from,
  to,
  label: 'x',
});

/** Any picture a scenario within its limits can have: up to twelve services, up to four clients. */
const anyTopology: fc.Arbitrary<Topology> = fc
  .record({
    clients: fc.integer({ min: 1, max: 4 }),
    services: fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.boolean()), { minLength: 1, maxLength: 12 }),
    fronts: fc.integer({ min: 1, max: 2 }),
    calls: fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 6 }),
  })
  .map(({ clients, services: parts, fronts, calls }) => {
    const services = parts.map(([tables], place) => service(place, place < fronts, tables));
    const consumers = services.filter((_, place) => parts[place]?.[1]);
    const queues = consumers.map(({ actor }): QueueBox => {
      return { name: `${actor}.events`, service: actor, dead: `${actor}.events.dead`, deliveryLimit: 4 };
    });
    const name = (place: number) => services[place % services.length]?.actor ?? 's0';
    const wires = [
      ...Array.from({ length: clients }, (_, n) => wire('call', at('client', `c${String(n)}`), at('service', name(n)))),
      ...calls
        .filter(([from, to]) => name(from) !== name(to))
        .map(([from, to]) => wire('call', at('service', name(from)), at('service', name(to)))),
      ...(queues.length > 0
        ? services.map(({ actor }) => wire('publish', at('service', actor), at('exchange', 'x')))
        : []),
      ...queues.map(({ name: queue, service: to }) => wire('deliver', at('queue', queue), at('service', to))),
    ];
    return {
      clients: Array.from({ length: clients }, (_, n) => ({ actor: `c${String(n)}`, title: `Client ${String(n)}` })),
      services,
      broker: queues.length === 0 ? null : { exchanges: ['x'], queues },
      wires: [...new Map(wires.map((one) => [one.id, one])).values()],
    };
  });

const apart = (a: Placed, b: Placed): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

/** The straight stretches of a path: from each point to the next, rounded corners left out. */
function stretches(path: string): readonly (readonly [number, number, number, number])[] {
  const points = [...path.matchAll(/([MLQ])([-\d.]+) ([-\d.]+)(?: ([-\d.]+) ([-\d.]+))?/g)].map(
    ([, kind, x, y, endX, endY]) => ({
      straight: kind === 'L',
      x: Number(kind === 'Q' ? endX : x),
      y: Number(kind === 'Q' ? endY : y),
    }),
  );
  return points.flatMap((point, place) => {
    const before = points[place - 1];
    return before !== undefined && point.straight ? [[before.x, before.y, point.x, point.y] as const] : [];
  });
}

function boxesApart({ boxes }: Layout): boolean {
  const all = [...boxes.values()];
  return all.every((a, place) => all.slice(place + 1).every((b) => apart(a, b)));
}

describe('the layout of the topology', () => {
  it('lets nothing overlap, however many services there are', () => {
    fc.assert(
      fc.property(anyTopology, (topology) => boxesApart(layOut(topology))),
      { numRuns: 200 },
    );
  });

  it('gives everything a place and every wire a way, along straight lines only', () => {
    fc.assert(
      fc.property(anyTopology, (topology) => {
        const { boxes, wires } = layOut(topology);

        expect(boxes.size).toBe(
          topology.clients.length + topology.services.length + (topology.broker === null ? 0 : 1),
        );
        expect(wires.map(({ id }) => id)).toEqual(topology.wires.map(({ id }) => id));
        for (const { way, answer, kind } of wires) {
          expect(answer === null).toBe(kind !== 'call');
          for (const [x1, y1, x2, y2] of [...stretches(way.path), ...stretches(answer?.path ?? '')]) {
            expect(x1 === x2 || y1 === y2).toBe(true);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('lets no wire run through a card', () => {
    fc.assert(
      fc.property(anyTopology, (topology) => {
        const { boxes, wires } = layOut(topology);
        for (const { way, answer } of wires) {
          for (const [x1, y1, x2, y2] of [...stretches(way.path), ...stretches(answer?.path ?? '')]) {
            const inside = [...boxes.values()].filter(
              (box) =>
                Math.max(x1, x2) > box.x + 1 &&
                Math.min(x1, x2) < box.x + box.width - 1 &&
                Math.max(y1, y2) > box.y + 1 &&
                Math.min(y1, y2) < box.y + box.height - 1,
            );
            expect(inside).toEqual([]);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is the same for the same scenario', () => {
    fc.assert(
      fc.property(anyTopology, (topology) => {
        expect(layOut(structuredClone(topology))).toEqual(layOut(topology));
      }),
      { numRuns: 20 },
    );
  });

  it('puts the broker below the first service and whoever only listens to the right', () => {
    const topology: Topology = {
      clients: [{ actor: 'alice', title: 'Alice' }],
      services: [service(0, true, 2), service(1, false, 1)],
      broker: { exchanges: ['x'], queues: [{ name: 'q', service: 's1', dead: null, deliveryLimit: null }] },
      wires: [],
    };
    const { boxes } = layOut(topology);
    const [client, front, broker, side] = ['client:alice', 'service:s0', BROKER, 'service:s1'].map((id) =>
      boxes.get(id),
    );

    expect(client?.x).toBe(0);
    expect(front?.x).toBeGreaterThan((client?.x ?? 0) + (client?.width ?? 0));
    expect(broker?.y).toBeGreaterThan((front?.y ?? 0) + (front?.height ?? 0));
    expect(side?.x).toBeGreaterThan((broker?.x ?? 0) + (broker?.width ?? 0));
  });

  it('is shown whole in any room, and not larger than is good to read', () => {
    fc.assert(
      fc.property(
        anyTopology,
        fc.integer({ min: 600, max: 3000 }),
        fc.integer({ min: 500, max: 2000 }),
        (topology, width, height) => {
          const layout = layOut(topology);
          const { x, y, zoom } = fitted(layout, { width, height });

          expect(zoom).toBeLessThanOrEqual(1.3);
          if (zoom > 0.3) {
            expect(x).toBeGreaterThanOrEqual(0);
            expect(y + layout.height * zoom).toBeLessThanOrEqual(height);
            expect(x + layout.width * zoom).toBeLessThanOrEqual(width);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
