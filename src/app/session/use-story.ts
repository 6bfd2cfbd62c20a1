import { Story } from '#sim/projections/story.ts';
import type { StagedTrace } from './run-state.ts';
import { useRun } from './session.tsx';

const stories = new WeakMap<StagedTrace, Story>();

/** The messages and stretches of the run on stage as far as it is known, found once for all panels that draw them. */
export function useStory(): Story {
  const trace = useRun((run) => run.trace);
  // Named so that the panel draws again as steps stream in: the trace itself grows in place.
  const count = useRun((run) => run.count);
  return storyOf(trace, count);
}

export function storyOf(trace: StagedTrace, count: number): Story {
  const kept = stories.get(trace) ?? new Story(trace.opening);
  stories.set(trace, kept);
  return kept.extend(trace.steps.length === count ? trace.steps : trace.steps.slice(0, count));
}
