import type { Trace } from './trace.ts';

/** JSON with the keys of every map in order, so that equal values give equal texts whoever made them. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return value === undefined ? 'null' : JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, held]) => `${JSON.stringify(name)}:${canonicalJson(held)}`);
  return `{${entries.join(',')}}`;
}

/**
 * A fingerprint of a run in 16 hex digits: equal traces, equal fingerprints, in any runtime. It guards against accident,
 * not against malice.
 */
export function traceHash(trace: Trace): string {
  const hash = new Fingerprint();
  hash.add(canonicalJson(trace.opening));
  for (const step of trace.steps) hash.add(canonicalJson(step));
  hash.add(canonicalJson({ verdicts: trace.verdicts, end: trace.end }));
  return hash.text;
}

/** Two 32-bit FNV-1a sums over UTF-16 code units, from different starts. */
class Fingerprint {
  #first = 0x811c9dc5;
  #second = 0x2f0b4c47;

  add(text: string): void {
    let first = this.#first;
    let second = this.#second;
    for (let place = 0; place < text.length; place += 1) {
      const unit = text.charCodeAt(place);
      first = Math.imul(first ^ unit, 0x01000193);
      second = Math.imul(second ^ (unit + place), 0x01000193);
    }
    this.#first = first;
    this.#second = second;
  }

  get text(): string {
    return [this.#first, this.#second].map((sum) => (sum >>> 0).toString(16).padStart(8, '0')).join('');
  }
}
