import { readFileSync } from 'node:fs';

/** Ids of the recorded scenarios that do not apply, as the page on fidelity lists them with the reason for each. */
export function notReplayed(): readonly string[] {
  const page = readFileSync(new URL('../../../../docs/fidelity.md', import.meta.url), 'utf8');
  const rows = page.split('\n').filter((line) => /^\| `(Q|FB)/.test(line));
  return rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''));
}
