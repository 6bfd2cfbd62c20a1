import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

type Generator = ReturnType<typeof xoroshiro128plus>;

/** FNV-1a over UTF-16 units, mixed with the seed: the seed of a named sub-stream. */
function streamSeed(seed: number, name: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return hash | 0;
}

/**
 * Chance from one seed, in named sub-streams: a draw from one stream never shifts another, so adding a fault
 * leaves every other draw as it was (R-KRN-1).
 */
export class Random {
  readonly #seed: number;
  readonly #streams = new Map<string, Generator>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** The next number of the stream, from 0 up to but not including 1. */
  draw(stream: string): number {
    let generator = this.#streams.get(stream);
    if (generator === undefined) {
      generator = xoroshiro128plus(streamSeed(this.#seed, stream));
      this.#streams.set(stream, generator);
    }
    return uniformFloat64(generator);
  }
}
