import { invariant } from '../model/invariant.ts';
import type { Step } from '../trace/step.ts';
import type { Opening } from '../trace/trace.ts';
import type { Projection } from './projection.ts';

interface Frame<View> {
  readonly cursor: number;
  readonly view: View;
}

export const KEYFRAME_STRIDE = 256;

/**
 * A projection that can be read at any cursor.
 *
 * Keeps a frame every `stride` steps and the last one shown, so playing forward costs one step and jumping anywhere
 * costs at most one stride once the trace has been walked.
 */
export class Timeline<View> {
  readonly #projection: Projection<View>;
  readonly #stride: number;
  readonly #frames: Frame<View>[];
  #shown: Frame<View>;

  constructor(projection: Projection<View>, opening: Opening, stride = KEYFRAME_STRIDE) {
    const first = { cursor: 0, view: projection.initial(opening) };
    this.#projection = projection;
    this.#stride = stride;
    this.#frames = [first];
    this.#shown = first;
  }

  /** The view at a cursor (0 = opening) of a trace that only ever grows; a cursor past its end reads its end. */
  at(cursor: number, steps: readonly Step[]): View {
    const wanted = Math.max(0, Math.min(cursor, steps.length));
    let frame = this.#nearest(wanted);
    while (frame.cursor < wanted) {
      const step = steps[frame.cursor];
      invariant(step !== undefined, `the trace has a step ${String(frame.cursor + 1)}`);
      frame = { cursor: frame.cursor + 1, view: this.#projection.apply(frame.view, step) };
      if (frame.cursor === this.#frames.length * this.#stride) this.#frames.push(frame);
    }
    this.#shown = frame;
    return frame.view;
  }

  #nearest(cursor: number): Frame<View> {
    const kept = this.#frames[Math.min(Math.floor(cursor / this.#stride), this.#frames.length - 1)];
    invariant(kept !== undefined, 'the opening frame is always kept');
    return this.#shown.cursor <= cursor && this.#shown.cursor > kept.cursor ? this.#shown : kept;
  }
}
