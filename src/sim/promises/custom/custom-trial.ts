import type { Json } from '../../model/json.ts';
import type { Row } from '../../model/rows.ts';
import type { Expression, ExpressionHost } from '../../scenario/expression.ts';
import { compileExpression } from '../../scenario/expressions/compile.ts';
import type { PromiseSpec } from '../../scenario/scenario.ts';
import { type Finding, NOTHING_FOUND, type StartTrial, undecidable } from '../trial.ts';
import { type AskedRows, askedRows } from './asked-rows.ts';

/** So many rows are looked at again after every commit while it does not matter yet; of more, only now and then. */
const ROWS_PER_COMMIT_SKIPPED = 100;

/** A promise of the scenario's own: the rows it asks for, and one expression that must hold over them. */
export function customTrial(spec: PromiseSpec, host: ExpressionHost): StartTrial {
  const holds = compileExpression((spec.holds ?? '').replace(/^=/, ''));
  const asks = spec.ask.map((ask) => askedRows(ask, host));
  const problem = [...asks.map((ask) => (ask.ok ? null : ask.problem)), holds.ok ? null : holds.problem.message].find(
    (found) => found !== null,
  );
  const readers = asks.flatMap((ask) => (ask.ok ? [ask.value] : []));
  if (problem !== undefined || !holds.ok) return () => undecidable(problem ?? '');
  const strict = spec.when.kind === 'always';
  return (facts) => {
    const addresses = readers.map(({ address }) => address);
    let skip = 0;
    return {
      observe(news) {
        if (!addresses.some((address) => news.addresses.has(address))) return false;
        if (strict || skip === 0) return true;
        skip -= 1;
        return false;
      },
      find() {
        const read = readers.map((reader) => [reader, reader.read(facts)] as const);
        const rows = read.reduce((sum, [, list]) => sum + list.length, 0);
        skip = Math.floor(rows / ROWS_PER_COMMIT_SKIPPED);
        return judge(holds.value, read, host, strict);
      },
    };
  };
}

type Read = readonly (readonly [AskedRows, readonly Row[]])[];

function judge(holds: Expression, read: Read, host: ExpressionHost, strict: boolean): Finding {
  const scope = Object.fromEntries(read.map(([{ name }, rows]) => [name, rows]));
  const result = holds.evaluate(scope, host);
  if (!result.ok) return { ...NOTHING_FOUND, problem: result.problem.message };
  if (result.value === true) return NOTHING_FOUND;
  if (result.value !== false) return { ...NOTHING_FOUND, problem: '`holds` is neither true nor false.' };
  const shown = culprits(holds, read, host);
  return strict ? { ...NOTHING_FOUND, broken: shown } : { ...NOTHING_FOUND, open: shown };
}

const SHOWN = 5;

/**
 * The rows that show it: of the table that the expression goes through first, those on which it fails alone; where no row
 * fails alone, the first few of every table.
 */
function culprits(holds: Expression, read: Read, host: ExpressionHost): Json {
  const through = /^\s*([A-Za-z_]\w*)\s*\.\s*all\s*\(/.exec(holds.text)?.[1];
  const scope: Record<string, readonly Row[]> = Object.fromEntries(read.map(([{ name }, rows]) => [name, rows]));
  const rows = through === undefined ? [] : (scope[through] ?? []);
  const alone: Row[] = [];
  for (const row of rows) {
    if (alone.length === SHOWN) break;
    const result = holds.evaluate({ ...scope, [through ?? '']: [row] }, host);
    if (result.ok && result.value === false) alone.push(row);
  }
  if (through !== undefined && alone.length > 0) return { [through]: alone };
  return Object.fromEntries(read.map(([{ name }, list]) => [name, list.slice(0, SHOWN)]));
}
