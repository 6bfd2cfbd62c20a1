import type { Json } from '../model/json.ts';
import type { Result } from '../model/result.ts';

export interface ExpressionProblem {
  readonly code: 'expr-syntax' | 'expr-name' | 'expr-type' | 'expr-run';
  readonly message: string;
  /** Offsets into the expression text without its `=`. */
  readonly start: number;
  readonly end: number;
  /** For `expr-name`: what was probably meant. */
  readonly near?: string | null;
}

export type Scope = Readonly<Record<string, Json>>;

/** What a run lends to its expressions: the only things that are not pure. */
export interface ExpressionHost {
  /** `nextId('W')` → `W-1`, `W-2` … per service, the same in every run. */
  nextId(prefix: string): string;
}

/** A parsed expression, safe to keep and to evaluate many times. */
export interface Expression {
  readonly text: string;
  /** Free names, sorted. */
  readonly names: readonly string[];
  evaluate(scope: Scope, host: ExpressionHost): Result<Json, ExpressionProblem>;
}
