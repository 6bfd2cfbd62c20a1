import { EvaluationError, ParseError, TypeError as CelTypeError } from '@marcbachmann/cel-js';
import type { ExpressionProblem } from '../expression.ts';

/** Says in one sentence why an expression could not be read. */
export function readingProblem(error: unknown, text: string): ExpressionProblem {
  const { said, start, end } = located(error, text);
  return { code: 'expr-syntax', message: `This expression cannot be read: ${sentence(said)}`, start, end };
}

/** Says why an expression can never give a value: a call or an operator on the wrong kinds. */
export function typeProblem(error: unknown, text: string): ExpressionProblem {
  const { said, start, end } = located(error, text);
  return { code: 'expr-type', message: sentence(said), start, end };
}

/** Says why an expression gave no value this time. */
export function runProblem(error: unknown, text: string): ExpressionProblem {
  const { said, start, end } = located(error, text);
  return { code: 'expr-run', message: sentence(said), start, end };
}

function located(error: unknown, text: string): { said: string; start: number; end: number } {
  const range = isCelError(error) ? error.range : undefined;
  const said = isCelError(error) ? error.summary : error instanceof Error ? error.message : String(error);
  return { said, start: range?.start ?? 0, end: Math.max(range?.end ?? text.length, (range?.start ?? 0) + 1) };
}

const isCelError = (error: unknown): error is ParseError | EvaluationError | CelTypeError =>
  error instanceof ParseError || error instanceof EvaluationError || error instanceof CelTypeError;

const REWORDED: readonly (readonly [RegExp, string])[] = [
  [/^no such overload: (int . double|double . int)$/i, '`$1`: whole numbers and fractions do not mix.'],
  [/^no such overload: (.*)$/i, '`$1` fits no two kinds of value.'],
  [/^found no matching overload for '(.*)'$/i, '`$1` does not fit what `{name}` takes.'],
  [/^no such key: index out of bounds, index (-?\d+).*$/i, 'The list has no element $1.'],
  [/^no such key: (.*)$/i, 'There is no `$1` here.'],
  [/^division by zero$/i, 'This divides by zero.'],
  [/^modulo by zero$/i, 'This divides by zero.'],
  [/^integer overflow: (.*)$/i, 'The number $1 is too large.'],
];

const REWORDED_BRANCHES = /^Ternary branches must have the same type, got '(.*)' and '(.*)'$/;

function sentence(library: string): string {
  const said = library
    .replace(/\bdyn<(\w+)>/g, '$1')
    .replace(
      REWORDED_BRANCHES,
      'Both sides of `? :` must be of one kind, not `$1` and `$2`; `dyn(…)` around one allows it.',
    );
  for (const [pattern, words] of REWORDED) {
    if (pattern.test(said)) return said.replace(pattern, words.replace('{name}', nameOf(said)));
  }
  return /[.!?]$/.test(said) ? said : `${said}.`;
}

const nameOf = (said: string): string => /'(?:[^'(]*\.)?([A-Za-z_]\w*)\(/.exec(said)?.[1] ?? 'it';
