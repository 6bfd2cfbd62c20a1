import type { Json } from '../model/json.ts';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import { evaluateValue } from '../scenario/expressions/value.ts';
import type { Ask } from '../scenario/scenario.ts';
import type { Trace } from '../trace/trace.ts';
import { readAddress } from './addresses.ts';
import { cursorOf } from './anchors.ts';
import type { Anchor, Beat, PredictOption, Prediction } from './lesson.ts';
import { anchorOfAnswer, caseOfAnswer, variationKey } from './variations.ts';

/** Traces of other runs by the key of their variation. */
export type OtherRuns = ReadonlyMap<string, Trace>;

export interface Graded {
  /** What the run says; undefined when nothing is computed, or not yet. */
  readonly value: Json | undefined;
  readonly right: readonly boolean[];
  readonly texts: readonly string[];
}

/** A lesson computes; it creates nothing. */
const NO_HOST = { nextId: (prefix: string) => prefix };

/** Grades a beat's prediction by the run that shows the answer; without that run nothing is computed yet. */
export function gradePrediction(
  beat: Beat,
  prediction: Prediction,
  shown: Trace | undefined,
  others: OtherRuns,
): Graded {
  const { options, answer } = prediction;
  const value = shown === undefined ? undefined : valueOf(answerOf(prediction, anchorOfAnswer(beat), shown));
  const values = options.map((option) => optionValue(option, prediction, beat, others));
  return {
    value,
    right: options.map((option, place) => (answer === null ? option.right : same(values[place], value))),
    texts: options.map(({ text }, place) => (text === '' ? printed(values[place]) : text)),
  };
}

/** Computes a prediction's answer at an anchor of a trace; the problem is one sentence. */
export function answerOf(prediction: Prediction, by: Anchor, trace: Trace): Result<Json | undefined, string> {
  if (prediction.answer === null) return ok(undefined);
  const cursor = cursorOf(by, trace);
  if (cursor === null) return fail('The run never reaches the step where the answer shows.');
  const scope: Record<string, Json> = {};
  for (const ask of prediction.read) {
    const rows = readAsk(ask, trace, cursor);
    if (!rows.ok) return rows;
    scope[ask.name] = rows.value;
  }
  const computed = evaluateValue(prediction.answer, scope, NO_HOST);
  return computed.ok ? computed : fail(computed.problem.message);
}

function readAsk({ from }: Ask, trace: Trace, cursor: number): Result<Json, string> {
  if (from.kind === 'address') return readAddress(trace, cursor, from.address);
  return fail('A lesson reads addresses; a query needs the database itself.');
}

function optionValue(option: PredictOption, prediction: Prediction, beat: Beat, others: OtherRuns): Json | undefined {
  if (option.from === null) return option.value;
  const trace = others.get(variationKey({ caseId: caseOfAnswer(beat), choices: option.from.choices }));
  return trace === undefined ? undefined : valueOf(answerOf(prediction, anchorOfAnswer(beat), trace));
}

const same = (a: Json | undefined, b: Json | undefined): boolean =>
  a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b);

const valueOf = (result: Result<Json | undefined, string>): Json | undefined => (result.ok ? result.value : undefined);

const printed = (value: Json | undefined): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
