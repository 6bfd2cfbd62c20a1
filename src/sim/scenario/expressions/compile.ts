import type { ParseResult } from '@marcbachmann/cel-js';
import type { Json } from '../../model/json.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import type { Expression, ExpressionHost, ExpressionProblem, Scope } from '../expression.ts';
import { LIMITS } from '../limits.ts';
import { fromCel, toCel } from './convert.ts';
import { environment, HOST } from './environment.ts';
import { type Fuel, meterLoops, TURNS_LIMIT } from './fuel.ts';
import { inspect, type Reference } from './inspect.ts';
import { nearest } from './nearest.ts';
import { readingProblem, runProblem, typeProblem } from './problems.ts';

export interface CompiledExpression extends Expression {
  /** Every place a free name stands, for a finding with a position. */
  readonly references: readonly Reference[];
}

/** Texts come from one file and are few; the bound only keeps a page that opens file after file from growing. */
const CACHE_LIMIT = 2_000;
const compiled = new Map<string, Result<CompiledExpression, ExpressionProblem>>();

/**
 * Reads a text without its `=` as CEL, once. Refused: what cannot be read, an unknown function, kinds that never fit,
 * loops too deep, a text too long. Unknown names show at evaluation, or by `unknownNames`.
 */
export function compileExpression(text: string): Result<CompiledExpression, ExpressionProblem> {
  const before = compiled.get(text);
  if (before !== undefined) return before;
  if (compiled.size >= CACHE_LIMIT) compiled.clear();
  const result = compile(text);
  compiled.set(text, result);
  return result;
}

/** The names of an expression that are not among `known`, each where it stands. */
export function unknownNames(expression: CompiledExpression, known: readonly string[]): readonly ExpressionProblem[] {
  return expression.references.filter(({ name }) => !known.includes(name)).map((place) => nameProblem(place, known));
}

function compile(text: string): Result<CompiledExpression, ExpressionProblem> {
  if (text.length > LIMITS.expression) {
    const message = `This expression has ${String(text.length)} characters; ${String(LIMITS.expression)} are allowed.`;
    return fail({ code: 'expr-syntax', message, start: LIMITS.expression, end: text.length });
  }
  let parsed: ParseResult;
  try {
    parsed = environment.parse(text);
  } catch (error) {
    return fail(readingProblem(error, text));
  }
  const { references, problem } = inspect(parsed.ast);
  if (problem !== null) return fail(problem);
  const checked = parsed.check();
  if (!checked.valid) return fail(typeProblem(checked.error, text));
  const fuel: Fuel = { left: TURNS_LIMIT };
  meterLoops(parsed.ast, fuel);
  return ok(new CelExpression(text, references, parsed, fuel));
}

class CelExpression implements CompiledExpression {
  readonly text: string;
  readonly names: readonly string[];
  readonly references: readonly Reference[];
  readonly #parsed: ParseResult;
  readonly #fuel: Fuel;

  constructor(text: string, references: readonly Reference[], parsed: ParseResult, fuel: Fuel) {
    this.text = text;
    this.references = references;
    this.names = [...new Set(references.map(({ name }) => name))].sort();
    this.#parsed = parsed;
    this.#fuel = fuel;
  }

  evaluate(scope: Scope, host: ExpressionHost): Result<Json, ExpressionProblem> {
    for (const place of this.references) {
      if (!Object.hasOwn(scope, place.name)) return fail(nameProblem(place, Object.keys(scope)));
    }
    this.#fuel.left = TURNS_LIMIT;
    try {
      const result = fromCel(this.#parsed(this.#context(scope, host)));
      if (result.ok) return result;
      return fail({ code: 'expr-run', message: result.problem, start: 0, end: this.text.length });
    } catch (error) {
      return fail(runProblem(error, this.text));
    }
  }

  /** Only the names asked for, translated; a map without a prototype has no other. */
  #context(scope: Scope, host: ExpressionHost): Record<string, unknown> {
    const context = Object.create(null) as Record<string, unknown>;
    context[HOST] = host;
    for (const name of this.names) context[name] = toCel(scope[name] ?? null);
    return context;
  }
}

function nameProblem({ name, start, end }: Reference, known: readonly string[]): ExpressionProblem {
  return { code: 'expr-name', message: `Nothing here is called \`${name}\`.`, start, end, near: nearest(name, known) };
}
