import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Scenario } from '#sim/scenario/scenario.ts';
import { sketchOpening } from '#sim/scenario/sketch.ts';
import { RunDriver, type RunParts } from './run-driver.ts';
import { chosen, withEntry, withoutEntry } from './run-request.ts';
import type { RunRequest, RunState } from './run-state.ts';

export type RunStore = StoreApi<RunState>;

/** One run on screen, not yet asked for: the sketch of `scenario`, which must be what `request` resolves to. */
export function createRunStore(parts: RunParts, request: RunRequest, scenario: Scenario): RunStore {
  return createStore<RunState>()((set, get) => {
    const driver = new RunDriver(parts, get, set);
    const ask = (next: RunRequest) => {
      set(({ past, request: before }) => ({ past: [...past, before] }));
      driver.compute(next, driver.here());
    };

    return {
      scenario,
      request,
      status: { kind: 'sketch' },
      trace: { opening: sketchOpening(scenario), steps: [], verdicts: [] },
      count: 0,
      beats: [],
      end: null,
      mended: null,
      version: 0,
      past: [],

      start: () => driver.compute(get().request, driver.here()),
      choose: (choice, option) => ask(chosen(get().request, get().scenario.choices, choice, option)),
      openCase: (caseId) => ask({ ...get().request, caseId }),
      addEntry: (entry) => ask(withEntry(get().request, entry)),
      removeEntry: (index) => ask(withoutEntry(get().request, index)),
      undo: () => {
        const before = get().past.at(-1);
        if (before === undefined) return;
        set(({ past }) => ({ past: past.slice(0, -1) }));
        driver.compute(before, driver.here());
      },
      goTo: (next, cursor) => driver.compute(next, { kind: 'cursor', cursor }),
      retry: () => driver.compute(get().request, driver.here()),
      cancel: () => driver.cancel(),
      dismissMended: () => set({ mended: null }),
    };
  });
}
