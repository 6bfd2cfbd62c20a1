import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EngineKind } from '#sim/kernel/engine-port.ts';
import { HEIGHT, layOut, WIDTH } from './mini-layout.ts';
import { aCard } from './testing/cards.ts';

const engines: readonly EngineKind[] = ['postgres', 'document', 'sqlite'];

describe('the small picture', () => {
  it('puts whom the client asks on the left, and who hears of it on the right', () => {
    const { boxes, pipe } = layOut(
      aCard({
        engines,
        events: [
          [0, 1],
          [0, 2],
        ],
      }),
    );

    expect(boxes[0]?.x).toBeLessThan(pipe?.x ?? 0);
    expect(pipe?.x).toBeLessThan(boxes[1]?.x ?? 0);
    expect(boxes[1]?.x).toBe(boxes[2]?.x);
  });

  it('has no pipe without events', () => {
    expect(layOut(aCard({ engines, calls: [[0, 1]] })).pipe).toBeNull();
  });

  it('never draws outside itself, whoever talks to whom', () => {
    const link = fc.tuple(fc.nat(5), fc.nat(5));
    fc.assert(
      fc.property(
        fc.array(link, { maxLength: 12 }),
        fc.array(link, { maxLength: 6 }),
        fc.integer({ min: 1, max: 6 }),
        (events, calls, count) => {
          const within = (links: readonly [number, number][]) =>
            links.filter(([a, b]) => a !== b && a < count && b < count);
          const card = aCard({ engines: Array(count).fill('postgres'), events: within(events), calls: within(calls) });
          const { boxes, pipe } = layOut(card);
          for (const { x, y, width, height } of [...boxes, ...(pipe === null ? [] : [pipe])]) {
            expect(x).toBeGreaterThanOrEqual(0);
            expect(y).toBeGreaterThanOrEqual(0);
            expect(x + width).toBeLessThanOrEqual(WIDTH);
            expect(y + height).toBeLessThanOrEqual(HEIGHT);
            expect(height).toBeGreaterThan(0);
          }
        },
      ),
    );
  });
});
