import type { HandlerRun } from '#sim/projections/handler-runs.ts';
import type { HandlerStep } from '#sim/scenario/handler-step.ts';
import type { CodeLine } from '#sim/scenario/listing.ts';

/**
 * What is known of a line at the cursor. `passed`: it ran and leaves no step of its own (`let`, `do`). `skipped`: its
 * condition did not hold. `ahead`: the handler has not come to it yet. `never`: the handler ended before it.
 */
export type LineState = 'ran' | 'passed' | 'now' | 'died' | 'stopped' | 'skipped' | 'ahead' | 'never';

export interface MarkedLine extends CodeLine {
  /** From 1, as it stands in the listing. */
  readonly number: number;
  readonly state: LineState;
  /** The steps it made up to the cursor, on the first line of its statement; empty on the others. */
  readonly steps: readonly number[];
  /** First line of its statement: where words and step numbers stand. */
  readonly leads: boolean;
}

const SILENT: ReadonlySet<HandlerStep['verb']> = new Set(['let', 'do']);
/** They may act later than where they stand: after the commit of the transaction they are in. */
const DEFERRED: ReadonlySet<HandlerStep['verb']> = new Set(['emit', 'send']);

/** The listing of a handler with what one run of it has done; without a run, everything lies ahead. `here`: the step at the cursor is its. */
export function markLines(
  lines: readonly CodeLine[],
  steps: readonly HandlerStep[],
  run: HandlerRun | null,
  here: boolean,
): readonly MarkedLine[] {
  const verbs = new Map(verbsOf(steps));
  const done = run?.lines ?? [];
  const lastDone = lines.findLastIndex(({ path }) => done.some((line) => line.path === path));
  return lines.map((line, index) => {
    const leads = line.path !== lines[index - 1]?.path;
    const made = done.filter(({ path }) => path === line.path).map(({ step }) => step);
    const verb = verbs.get(line.path) ?? 'wait';
    const before = index < lastDone && !DEFERRED.has(verb);
    const state = stateOf({ line, made, silent: SILENT.has(verb), before });
    return { ...line, number: index + 1, state, steps: leads ? made : [], leads };
  });

  function stateOf({ line, made, silent, before }: Asked): LineState {
    if (run === null) return 'ahead';
    if (line.path === run.current && made.length > 0) return currentState(run, here);
    if (made.length > 0 || done.some(({ path }) => path.startsWith(`${line.path}.`))) return 'ran';
    if (silent && (before || run.state === 'ok')) return 'passed';
    if (before) return 'skipped';
    return run.state === 'running' ? 'ahead' : 'never';
  }
}

interface Asked {
  readonly line: CodeLine;
  readonly made: readonly number[];
  readonly silent: boolean;
  readonly before: boolean;
}

function currentState(run: HandlerRun, here: boolean): LineState {
  if (run.state === 'died') return 'died';
  if (run.state === 'failed' || run.state === 'refused') return 'stopped';
  return here ? 'now' : 'ran';
}

function verbsOf(steps: readonly HandlerStep[]): readonly (readonly [string, HandlerStep['verb']])[] {
  return steps.flatMap((step) => [
    [step.path, step.verb] as const,
    ...('steps' in step ? verbsOf(step.steps) : []),
    ...verbsOf(step.otherwise),
  ]);
}
