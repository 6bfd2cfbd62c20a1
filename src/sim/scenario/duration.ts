const DURATION = /^(\d{1,9})(ms|s|m)$/;
const MS_PER: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000 };

/** `200ms`, `5s`, `2m` in whole milliseconds; null when the text is no duration. */
export function durationMs(text: string): number | null {
  const match = DURATION.exec(text);
  return match === null ? null : Number(match[1]) * (MS_PER[match[2] ?? ''] ?? 1);
}

/** The shortest way to write a duration that reads back as the same milliseconds. */
export function printDuration(ms: number): string {
  if (ms >= 60_000 && ms % 60_000 === 0) return `${String(ms / 60_000)}m`;
  if (ms >= 1_000 && ms % 1_000 === 0) return `${String(ms / 1_000)}s`;
  return `${String(ms)}ms`;
}
