import type { Instant } from '../model/time.ts';

interface Appointment<Item> {
  readonly at: Instant;
  readonly priority: number;
  readonly booking: number;
  readonly item: Item;
}

/** Appointments in order of time, then priority (lower first), then booking: a binary heap (R-KRN-1). */
export class Agenda<Item> {
  readonly #heap: Appointment<Item>[] = [];
  #bookings = 0;

  get size(): number {
    return this.#heap.length;
  }

  get nextAt(): Instant | null {
    return this.#heap[0]?.at ?? null;
  }

  /** What is due next, left where it is. */
  get next(): { readonly at: Instant; readonly item: Item } | null {
    return this.#heap[0] ?? null;
  }

  book(at: Instant, priority: number, item: Item): void {
    this.#heap.push({ at, priority, booking: this.#bookings++, item });
    this.#rise(this.#heap.length - 1);
  }

  takeNext(): { readonly at: Instant; readonly item: Item } | null {
    const first = this.#heap[0];
    const last = this.#heap.pop();
    if (first === undefined || last === undefined) return null;
    if (this.#heap.length > 0) {
      this.#heap[0] = last;
      this.#sink(0);
    }
    return first;
  }

  #rise(start: number): void {
    let child = start;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.#swapIfLater(parent, child)) return;
      child = parent;
    }
  }

  #sink(start: number): void {
    let parent = start;
    for (;;) {
      const left = 2 * parent + 1;
      if (left >= this.#heap.length) return;
      const right = left + 1;
      const child = right < this.#heap.length && this.#isLater(left, right) ? right : left;
      if (!this.#swapIfLater(parent, child)) return;
      parent = child;
    }
  }

  #swapIfLater(earlier: number, later: number): boolean {
    if (!this.#isLater(earlier, later)) return false;
    const [a, b] = [this.#heap[earlier], this.#heap[later]];
    if (a !== undefined && b !== undefined) [this.#heap[earlier], this.#heap[later]] = [b, a];
    return true;
  }

  /** Whether the appointment at `a` comes after the one at `b`. */
  #isLater(a: number, b: number): boolean {
    const [x, y] = [this.#heap[a], this.#heap[b]];
    if (x === undefined || y === undefined) return false;
    if (x.at !== y.at) return x.at > y.at;
    if (x.priority !== y.priority) return x.priority > y.priority;
    return x.booking > y.booking;
  }
}
