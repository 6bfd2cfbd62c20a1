import type { Diagnostic } from '../diagnostic.ts';

/** A place in a text: `«` before it and `»` behind. */
export interface Marked {
  readonly text: string;
  readonly place: Pick<Diagnostic, 'line' | 'column' | 'endLine' | 'endColumn'>;
}

/** Takes the marks out of a text and says where they stood. */
export function unmarked(marked: string): Marked {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  if (start === -1 || end < start) throw new Error(`No marked place in ${marked}`);
  const text = marked.replace('«', '').replace('»', '');
  const from = position(text, start);
  const to = position(text, end);
  return { text, place: { line: from.line, column: from.column, endLine: to.line, endColumn: to.column } };
}

function position(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** The text with one passage replaced; the passage must be there once. */
export function edited(text: string, passage: string, by: string): string {
  const parts = text.split(passage);
  if (parts.length !== 2) throw new Error(`The passage stands ${String(parts.length - 1)} times: ${passage}`);
  return parts.join(by);
}
