import { components } from '#sim/projections/components.ts';
import { messages } from '#sim/projections/messages.ts';
import { moving } from '#sim/projections/moving.ts';
import { useCursor, useProjection, useRun } from '../../session/session.tsx';
import { useStory } from '../../session/use-story.ts';
import type { Wire } from './graph.ts';
import { type WireState, wireStateOf } from './wire-state.ts';

/** How a wire looks at the step on show. */
export function useWireState(wire: Wire): WireState {
  return wireStateOf(wire, {
    scenario: useRun((run) => run.scenario),
    cursor: useCursor(),
    story: useStory(),
    moving: useProjection(moving).now,
    components: useProjection(components),
    messages: useProjection(messages),
  });
}
