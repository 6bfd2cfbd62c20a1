import type { Diagnostic } from './diagnostic.ts';
import { lineAndColumn, type Path, type SourceText, type Span } from './place.ts';

/** A value by the map or list that holds it: what `Places` remembers. */
export interface Spot {
  readonly holder: object;
  readonly key: string | number;
}

/** A finding that knows the value to blame, not yet its line. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly message: string;
  readonly suggestion: string | null;
  /** In the resolved file: for a reader who has no text. */
  readonly path: Path;
  readonly spot: Spot | null;
  /** Whether the key is to blame or what it holds. */
  readonly at: 'key' | 'value';
  /** A stretch inside the text at the spot, when only part of it is wrong. */
  readonly within: Span | null;
}

/** A problem with the usual answers: an error, at the value, no suggestion. */
export function problem(
  code: string,
  message: string,
  path: Path,
  more: Partial<Omit<Problem, 'code' | 'message' | 'path'>> = {},
): Problem {
  return { severity: 'error', suggestion: null, spot: null, at: 'value', within: null, ...more, code, message, path };
}

/** A problem of a draft whose text is not at hand (from a link): it can only name the path. */
export function unplaced(file: string, found: Problem): Diagnostic {
  const where = found.path.length === 0 ? '' : ` (${found.path.join('.')})`;
  const { severity, code, suggestion } = found;
  return { severity, code, message: `${found.message}${where}`, suggestion, file, ...FIRST_CHARACTER };
}

const FIRST_CHARACTER = { line: 1, column: 1, endLine: 1, endColumn: 1 };

export function placedAt(
  source: SourceText,
  span: Span,
  found: Pick<Diagnostic, 'severity' | 'code' | 'message' | 'suggestion'>,
): Diagnostic {
  const from = lineAndColumn(source, span.start);
  const to = lineAndColumn(source, endOf(source, span));
  const { severity, code, message, suggestion } = found;
  return {
    severity,
    code,
    message,
    suggestion,
    file: source.file,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
  };
}

/** A block of lines ends behind its last letter, not on the line after. */
function endOf({ text }: SourceText, { start, end }: Span): number {
  const written = text.slice(start, end).trimEnd();
  return start + written.length;
}
