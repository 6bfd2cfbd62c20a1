import type { Json } from './json.ts';

/** A value as plain text: a text is itself, anything else its JSON. */
export function printJson(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
