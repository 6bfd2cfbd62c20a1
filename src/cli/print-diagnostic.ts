import type { Diagnostic } from '#sim/scenario/diagnostic.ts';

/** `file:line:col code sentence (suggestion)`; a warning says so before its code. */
export function printDiagnostic({ file, line, column, severity, code, message, suggestion }: Diagnostic): string {
  const kind = severity === 'warning' ? 'warning ' : '';
  return `${file}:${String(line)}:${String(column)} ${kind}${code} ${message}${suggestion === null ? '' : ` (${suggestion})`}`;
}

/** By file as given, then by place; a finding said twice is said once. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const files = [...new Set(diagnostics.map(({ file }) => file))];
  const said = new Set<string>();
  return diagnostics
    .filter((found) => {
      const text = printDiagnostic(found);
      return !said.has(text) && said.add(text).size > 0;
    })
    .sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column);
}
