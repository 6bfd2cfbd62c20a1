import type { Step } from '../trace/step.ts';
import type { Opening } from '../trace/trace.ts';

/** A way to look at a run: a pure fold over its steps. `apply` never changes the view it is given. */
export interface Projection<View> {
  readonly name: string;
  initial(opening: Opening): View;
  apply(view: View, step: Step): View;
}

/** The view after all `steps`, folded from the opening: what every faster way of reading must agree with. */
export function project<View>(projection: Projection<View>, opening: Opening, steps: readonly Step[]): View {
  return steps.reduce((view, step) => projection.apply(view, step), projection.initial(opening));
}
