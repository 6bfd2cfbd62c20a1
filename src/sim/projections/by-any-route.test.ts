import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Step } from '../trace/step.ts';
import type { Opening } from '../trace/trace.ts';
import { calls } from './calls.ts';
import { components } from './components.ts';
import { handlerPosition } from './handler-position.ts';
import { messages } from './messages.ts';
import { moving } from './moving.ts';
import { project, type Projection } from './projection.ts';
import { queues } from './queues.ts';
import { tables } from './tables.ts';
import { anyTrace } from './testing/any-trace.ts';
import { shopOpening } from './testing/shop-opening.ts';
import { shopTrace } from './testing/shop-trace.ts';
import { Timeline } from './timeline.ts';

const EVERY: readonly Projection<unknown>[] = [
  tables,
  components,
  queues,
  messages,
  handlerPosition,
  calls,
  moving,
] as readonly Projection<unknown>[];

function readsTheSame(
  projection: Projection<unknown>,
  opening: Opening,
  steps: readonly Step[],
  cursors: readonly number[],
) {
  const timeline = new Timeline(projection, opening, 8);
  for (const wanted of cursors) {
    const cursor = wanted % (steps.length + 1);
    expect(timeline.at(cursor, steps)).toEqual(project(projection, opening, steps.slice(0, cursor)));
  }
}

describe.each(EVERY)('$name', (projection) => {
  it('reads the same by any route, whatever the run did', () => {
    fc.assert(
      fc.property(anyTrace, fc.array(fc.nat(200), { minLength: 1, maxLength: 6 }), (steps, cursors) => {
        readsTheSame(projection, shopOpening, steps, cursors);
      }),
      { numRuns: 60 },
    );
  });

  it('reads the same by any route through a run of three services', () => {
    const { opening, steps } = shopTrace(4);
    readsTheSame(projection, opening, steps, [0, steps.length, 3, 17, 16, 64, 63, 1, 100, 0, steps.length]);
  });

  it('never changes a view it has given', () => {
    const { opening, steps } = shopTrace(2);
    let view = projection.initial(opening);
    for (const step of steps) {
      const before = structuredClone(view);
      const next = projection.apply(view, step);
      expect(view).toEqual(before);
      view = next;
    }
  });
});

it('a timeline reads steps that came after it was made', () => {
  const { opening, steps } = shopTrace(2);
  const timeline = new Timeline(queues, opening, 8);
  timeline.at(20, steps.slice(0, 20));
  expect(timeline.at(99, steps.slice(0, 40))).toEqual(project(queues, opening, steps.slice(0, 40)));
  expect(timeline.at(30, steps)).toEqual(project(queues, opening, steps.slice(0, 30)));
});
