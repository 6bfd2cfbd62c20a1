import type { Json } from '../model/json.ts';
import type { Row } from '../model/rows.ts';
import { project } from '../projections/projection.ts';
import { promisesAt } from '../projections/promises.ts';
import { committedRows, tables } from '../projections/tables.ts';
import type { RunSpec } from '../scenario/run-spec.ts';
import type { Step } from '../trace/step.ts';
import type { RunEnd, Trace } from '../trace/trace.ts';

/** What became of a promise by the end of the run. */
export type PromiseOutcome =
  | { readonly answer: 'held' | 'undecided' | 'would-break'; readonly evidence: Json }
  | { readonly answer: 'broken'; readonly step: number; readonly evidence: Json };

export interface RunAsJson {
  readonly spec: RunSpec;
  readonly steps: readonly Step[];
  /** Service → table or collection → rows in key order, as committed at the end. */
  readonly state: Readonly<Record<string, Readonly<Record<string, readonly Row[]>>>>;
  readonly promises: Readonly<Record<string, PromiseOutcome>>;
  readonly struck: RunEnd['struck'];
  readonly end: { readonly kind: RunEnd['kind']; readonly at: number } | null;
}

/** A whole run as one object: what `run --json` prints. */
export function runAsJson(spec: RunSpec, trace: Trace): RunAsJson {
  const { opening, steps, end } = trace;
  const databases = project(tables, opening, steps);
  return {
    spec,
    steps,
    state: Object.fromEntries(
      databases.map((database) => [
        database.id,
        Object.fromEntries(database.tables.map((table) => [table.name, committedRows(table)])),
      ]),
    ),
    promises: outcomesOf(trace),
    struck: end?.struck ?? [],
    end: end === null ? null : { kind: end.kind, at: end.at },
  };
}

/** A promise broken once stays broken, at the step that broke it first, whatever was true afterwards. */
function outcomesOf({ verdicts, steps }: Trace): Readonly<Record<string, PromiseOutcome>> {
  const last = promisesAt(verdicts, steps.length);
  return Object.fromEntries(
    [...last].map(([promise, verdict]): [string, PromiseOutcome] => {
      const broken = verdicts.find((one) => one.promise === promise && one.answer === 'broken');
      if (broken !== undefined) return [promise, { answer: 'broken', step: broken.step, evidence: broken.evidence }];
      const answer = verdict.answer === 'broken' ? 'held' : verdict.answer;
      return [promise, { answer, evidence: verdict.evidence }];
    }),
  );
}
