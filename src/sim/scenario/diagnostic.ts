/** One finding in a file: where, which rule, one sentence, and the way out. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  /** `expr-name` … as in the author's guide. */
  readonly code: string;
  readonly message: string;
  readonly suggestion: string | null;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}
