const GAP = '\u202f';

/** A whole number with a narrow no-break gap between thousands: `1 466`. */
export function spaced(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/gu, GAP);
}

/** Virtual time as the screen says it: `1 466 ms`. */
export function milliseconds(value: number): string {
  return `${spaced(value)}\u00a0ms`;
}
