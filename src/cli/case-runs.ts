import { runInProcess } from '#host/in-process.ts';
import { type RunVariation, type Variation, variationKey } from '#sim/lessons/variations.ts';
import type { Draft } from '#sim/scenario/draft.ts';
import type { Trace } from '#sim/trace/trace.ts';
import { NO_WISHES, scenarioOf, specOf } from './prepare-run.ts';

/** The runs of one scenario, each computed once and kept: its cases, and the other designs its lesson asks about. */
export class CaseRuns {
  readonly #draft: Draft;
  readonly #traces = new Map<string, Promise<Trace>>();

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  readonly run: RunVariation = (variation: Variation): Promise<Trace> => {
    const key = variationKey(variation);
    const known = this.#traces.get(key);
    if (known !== undefined) return known;
    const spec = specOf(scenarioOf(this.#draft, variation), NO_WISHES);
    const trace = runInProcess(spec, null).then((run) => run.trace);
    this.#traces.set(key, trace);
    return trace;
  };
}
