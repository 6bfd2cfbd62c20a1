import { isMap, type Json, type JsonMap } from '../../model/json.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import type { Row } from '../../model/rows.ts';
import type { ExpressionHost } from '../../scenario/expression.ts';
import { evaluateValue } from '../../scenario/expressions/value.ts';
import type { Ask } from '../../scenario/scenario.ts';
import type { Facts } from '../facts/facts.ts';
import { compareValues } from './compare-values.ts';
import { compileFilter, UnknownOperator } from './match-document.ts';

/** One name of `ask`: which table it reads, and what it makes of its rows. */
export interface AskedRows {
  readonly name: string;
  readonly address: string;
  read(facts: Facts): readonly Row[];
}

/** What an `ask` reads from the committed rows; the problem is one sentence. */
export function askedRows({ name, from }: Ask, host: ExpressionHost): Result<AskedRows, string> {
  switch (from.kind) {
    case 'address':
      return ok({ name, address: from.address, read: (facts) => facts.rows(from.address) });
    case 'documents': {
      const address = `${from.service}.${from.collection}`;
      const filter = compiledFilter(from.filter, host);
      if (!filter.ok) return filter;
      const order = sorting(from.sort);
      return ok({ name, address, read: (facts) => facts.rows(address).filter(filter.value).toSorted(order) });
    }
    case 'sql':
      return fail('A promise is judged by an observer who reads tables and collections, not by SQL.');
  }
}

function compiledFilter(filter: JsonMap, host: ExpressionHost): Result<(row: Row) => boolean, string> {
  const computed = evaluateValue(filter, {}, host);
  if (!computed.ok) return fail(computed.problem.message);
  try {
    return ok(compileFilter(isMap(computed.value) ? computed.value : {}));
  } catch (problem) {
    if (problem instanceof UnknownOperator) return fail(problem.message);
    throw problem;
  }
}

/** Rows come in key order and keep it where the sort leaves them equal. */
function sorting(sort: JsonMap | null): (a: Row, b: Row) => number {
  const fields = Object.entries(sort ?? {});
  return (a, b) => {
    for (const [field, direction] of fields) {
      const order = compareValues(at(a, field), at(b, field));
      if (order !== 0) return direction === -1 ? -order : order;
    }
    return 0;
  };
}

function at(row: Row, path: string): Json {
  return path.split('.').reduce<Json>((value, key) => (isMap(value) ? (value[key] ?? null) : null), { ...row });
}
