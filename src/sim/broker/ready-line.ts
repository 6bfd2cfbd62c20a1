import type { Entry } from './entry.ts';

/**
 * The messages of one queue that wait for a consumer, in the order they will be delivered.
 *
 * A classic queue puts a returned message back where it was. A quorum queue keeps what came back in the order it came
 * back, ahead of everything that was never delivered (recorded on 4.3.6).
 */
export class ReadyLine {
  readonly #type: 'classic' | 'quorum';
  readonly #returned: Entry[] = [];
  readonly #fresh: Entry[] = [];

  constructor(type: 'classic' | 'quorum') {
    this.#type = type;
  }

  get length(): number {
    return this.#returned.length + this.#fresh.length;
  }

  get head(): Entry | null {
    return this.#returned[0] ?? this.#fresh[0] ?? null;
  }

  get entries(): readonly Entry[] {
    return [...this.#returned, ...this.#fresh];
  }

  join(entry: Entry): void {
    this.#fresh.push(entry);
  }

  putBack(entry: Entry): void {
    if (this.#type === 'quorum') {
      this.#returned.push(entry);
      return;
    }
    const place = this.#fresh.findIndex((other) => other.position > entry.position);
    this.#fresh.splice(place < 0 ? this.#fresh.length : place, 0, entry);
  }

  take(): Entry | null {
    return this.#returned.shift() ?? this.#fresh.shift() ?? null;
  }
}
