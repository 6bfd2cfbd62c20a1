import type { Projection } from '#sim/projections/projection.ts';
import { Timeline } from '#sim/projections/timeline.ts';
import type { StagedTrace } from './run-state.ts';

/** Timelines of the run on stage, one per projection: panels that read the same view share its keyframes. */
export class Timelines {
  #trace: StagedTrace | null = null;
  #kept = new Map<unknown, unknown>();

  /** The timeline of a projection over a trace; those of an earlier trace are forgotten. */
  of<View>(projection: Projection<View>, trace: StagedTrace): Timeline<View> {
    if (this.#trace !== trace) {
      this.#trace = trace;
      this.#kept = new Map();
    }
    const kept = this.#kept.get(projection);
    // The key is the projection itself, so what is kept under it reads that projection's view.
    if (kept instanceof Timeline) return kept as Timeline<View>;
    const timeline = new Timeline(projection, trace.opening);
    this.#kept.set(projection, timeline);
    return timeline;
  }
}
