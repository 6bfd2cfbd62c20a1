import { Context, evalExpr } from 'mingo/core';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as stages from 'mingo/operators/pipeline';
import * as projections from 'mingo/operators/projection';
import * as queries from 'mingo/operators/query';
import { Query } from 'mingo/query';
import type { Options } from 'mingo/types';
import { isList, type Json, type JsonMap } from '#sim/model/json.ts';
import type { Row } from '#sim/model/rows.ts';
import { compareValues, rank, sameValue } from './order.ts';
import { candidatesAt } from './paths.ts';
import { checkFilter } from './vocabulary.ts';

type Candidate = Json | undefined;
type Test = (candidates: readonly Candidate[], value: Json) => boolean;

const equals: Test = (candidates, value) =>
  candidates.some((candidate) => sameValue(value === null ? (candidate ?? null) : candidate, value));

/** MongoDB compares only values of one type; null stands for a missing field as well. */
const ordered = (holds: (order: number) => boolean): Test => {
  return (candidates, value) =>
    candidates.some((candidate) => {
      const found = value === null ? (candidate ?? null) : candidate;
      return rank(found) === rank(value) && holds(compareValues(found, value));
    });
};

const contains: Test = (candidates, values) => isList(values) && values.some((value) => equals(candidates, value));

const TYPE_NAMES: Readonly<Record<number, readonly string[]>> = {
  1: ['null'],
  2: ['number', 'double', 'int', 'long'],
  3: ['string'],
  4: ['object'],
  5: ['array'],
  8: ['bool'],
};
const isOfType: Test = (candidates, wanted) => {
  const names = isList(wanted) ? wanted : [wanted];
  return candidates.some((candidate) => (TYPE_NAMES[rank(candidate)] ?? []).some((name) => names.includes(name)));
};

const not =
  (test: Test): Test =>
  (candidates, value) =>
    !test(candidates, value);

/** Where mingo answers otherwise than MongoDB: missing fields, order of fields, types inside lists. */
const TESTS: Readonly<Record<string, Test>> = {
  $eq: equals,
  $ne: not(equals),
  $in: contains,
  $nin: not(contains),
  $gt: ordered((order) => order > 0),
  $gte: ordered((order) => order >= 0),
  $lt: ordered((order) => order < 0),
  $lte: ordered((order) => order <= 0),
  $type: isOfType,
};

const queryOperator =
  (test: Test) =>
  (selector: string, value: unknown): ((document: unknown) => boolean) =>
  (document) =>
    test(candidatesAt(document as Json, selector), value as Json);

const COMPARISONS: Readonly<Record<string, (order: number) => boolean | number>> = {
  $cmp: Math.sign,
  $eq: (order) => order === 0,
  $ne: (order) => order !== 0,
  $gt: (order) => order > 0,
  $gte: (order) => order >= 0,
  $lt: (order) => order < 0,
  $lte: (order) => order <= 0,
};

const comparison =
  (answer: (order: number) => boolean | number) =>
  (document: unknown, operands: unknown, options: Options): boolean | number => {
    const [left, right] = evalExpr(document, operands, options) as readonly Candidate[];
    return answer(compareValues(left, right));
  };

function mapValues<In, Out>(source: Readonly<Record<string, In>>, into: (value: In) => Out): Record<`$${string}`, Out> {
  return Object.fromEntries(Object.entries(source).map(([name, value]) => [name, into(value)]));
}

const tests = mapValues(TESTS, queryOperator) as unknown as Parameters<Context['addQueryOps']>[0];
const comparisons = mapValues(COMPARISONS, comparison) as Parameters<Context['addExpressionOps']>[0];
const allQueries = { ...queries, ...tests };
const allExpressions = { ...expressions, ...comparisons };

/** mingo copies its operators for every call, so each call is given only those it can need. */
const FILTER = { context: Context.init({ query: allQueries }), scriptEnabled: false };
const FILTER_WITH_EXPRESSIONS = {
  context: Context.init({ query: allQueries, expression: allExpressions }),
  scriptEnabled: false,
};

/** mingo's updater adds its own operators; ours win. */
export const UPDATE_OPTIONS: Partial<Options> = {
  context: Context.init({ query: tests, expression: comparisons }),
  scriptEnabled: false,
};

export const PIPELINE_OPTIONS: Partial<Options> = {
  context: Context.init({
    accumulator: { ...accumulators },
    pipeline: { ...stages },
    projection: { ...projections },
    query: allQueries,
    expression: allExpressions,
  }),
  scriptEnabled: false,
};

/** A test for one filter. Throws a `MongoRefusal` for an operator this store does not have. */
export function matcher(filter: JsonMap): (document: Row) => boolean {
  checkFilter(filter);
  const usesExpressions = JSON.stringify(filter).includes('"$expr"');
  const query = new Query<Row>(filter, usesExpressions ? FILTER_WITH_EXPRESSIONS : FILTER);
  return (document) => query.test(document);
}
