import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisStride, columnFor, contentWidth, leftFor, stepAtX, stepX, windowAt, zoomed } from './lane-geometry.ts';

const column = fc.constantFrom(6, 10, 16, 24, 36, 48, 64);
const count = fc.integer({ min: 1, max: 100_000 });
const room = fc.integer({ min: 200, max: 3000 });

describe('the lanes', () => {
  it('find the step that was pressed', () => {
    fc.assert(
      fc.property(column, count, fc.nat(), (width, steps, any) => {
        const step = any % (steps + 1);
        expect(stepAtX(stepX(step, width), width, steps)).toBe(step);
      }),
    );
  });

  it('draw what is in sight and little more, however long the run', () => {
    fc.assert(
      fc.property(column, count, room, fc.nat(), (width, steps, space, any) => {
        const left = any % Math.max(1, contentWidth(steps, width) - space);
        const { from, to } = windowAt(left, space, width, steps);

        for (let x = left; x <= left + space; x += space / 8) {
          const step = stepAtX(x, width, steps);
          expect(step >= from && step <= to).toBe(true);
        }
        expect(to - from).toBeLessThanOrEqual(space / width + 64);
      }),
    );
  });

  it('bring a step into sight, and stay where they are when it is', () => {
    fc.assert(
      fc.property(column, count, room, fc.nat(), fc.nat(), (width, steps, space, any, start) => {
        const step = any % (steps + 1);
        const scrolled = start % (contentWidth(steps, width) + 1);
        const left = leftFor(step, scrolled, space, width) ?? scrolled;
        const x = stepX(step, width) - left;

        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(space);
        expect(leftFor(step, left, space, width)).toBeNull();
      }),
    );
  });

  it('fill their room with a short run, and keep a long one readable', () => {
    expect(contentWidth(26, columnFor(26, 1252))).toBeLessThanOrEqual(1252);
    expect(columnFor(26, 1252)).toBeGreaterThan(40);
    expect(columnFor(10_000, 1252)).toBe(36);
    expect(columnFor(0, 1252)).toBe(56);
  });

  it('zoom step by step between the closest and the furthest', () => {
    expect(zoomed(36, 1)).toBe(48);
    expect(zoomed(36, -1)).toBe(24);
    expect(zoomed(64, 1)).toBe(64);
    expect(zoomed(6, -1)).toBe(6);
  });

  it('number as many steps as have room for their number', () => {
    expect(axisStride(48, 2)).toBe(1);
    expect(axisStride(36, 4)).toBe(2);
    expect(axisStride(6, 5)).toBe(10);
  });
});
