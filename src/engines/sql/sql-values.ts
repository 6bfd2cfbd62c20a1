import type { Json } from '#sim/model/json.ts';

/** A whole number as JSON has it: a number while it is exact, its digits as text beyond. */
export function wholeNumber(digits: string): number | string {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : digits;
}

/** A fraction as JSON has it; `NaN` and `Infinity`, which JSON lacks, as text. */
export function fraction(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}

export function hex(bytes: Uint8Array): string {
  return `\\x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** A primary key printed: `O-1`, or `O-1, SKU-BOOK`. */
export function printKey(values: readonly Json[]): string {
  return values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(', ');
}
