import { isList, isMap, type Json, type JsonMap } from '../../model/json.ts';
import { durationMs } from '../duration.ts';
import { LIMITS } from '../limits.ts';
import { own } from '../own.ts';
import type { Path, Places } from '../place.ts';
import { type Problem, problem, type Spot } from '../problem.ts';

/** A file with more problems than this has one that makes all of them. */
const MOST_PROBLEMS = 1_000;

/** What one reading of a file gathers, and where its values stand when the file's text is at hand. */
export interface Reading {
  readonly problems: Problem[];
  readonly places: Places | null;
}

/**
 * Reads one value of a file as the type it should have. What has another type is noted as a problem and read as the fallback, so
 * that one reading finds everything.
 */
export class Cursor {
  readonly value: Json | undefined;
  readonly path: Path;
  readonly spot: Spot | null;
  readonly reading: Reading;

  constructor(value: Json | undefined, path: Path, spot: Spot | null, reading: Reading) {
    this.value = value;
    this.path = path;
    this.spot = spot;
    this.reading = reading;
  }

  key(name: string): Cursor {
    const map = isMap(this.value) ? this.value : null;
    const value = map === null ? undefined : own(map, name);
    const spot = map === null || value === undefined ? this.spot : { holder: map, key: name };
    return new Cursor(value, [...this.path, name], spot, this.reading);
  }

  /** The same place read as another value: a service completed by a version. */
  as(value: Json): Cursor {
    return new Cursor(value, this.path, this.spot, this.reading);
  }

  /** The text as it stands, without a problem; null when it is none. */
  get said(): string | null {
    return typeof this.value === 'string' ? this.value : null;
  }

  get present(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  keys(): readonly string[] {
    return isMap(this.value) ? Object.keys(this.value) : [];
  }

  entries(): readonly (readonly [string, Cursor])[] {
    if (!this.present) return [];
    if (!isMap(this.value)) {
      this.wants('a map');
      return [];
    }
    return Object.keys(this.value).map((name) => [name, this.key(name)] as const);
  }

  items(): readonly Cursor[] {
    const list = this.value;
    if (!this.present) return [];
    if (!isList(list)) {
      this.wants('a list');
      return [];
    }
    return list.map(
      (item, index) => new Cursor(item, [...this.path, index], { holder: list, key: index }, this.reading),
    );
  }

  text(): string;
  text<Fallback>(fallback: Fallback): string | Fallback;
  text(...fallback: readonly unknown[]): unknown {
    if (typeof this.value === 'string') return this.value;
    if (this.present || fallback.length === 0) this.wants('a text');
    return fallback.length === 0 ? '' : fallback[0];
  }

  /** A statement, not longer than one may be. */
  sql(): string {
    const text = this.text();
    if (text.length <= LIMITS.sql) return text;
    this.note('too-large', `\`${String(this.path.at(-1))}\` wants at most ${String(LIMITS.sql)} characters.`);
    return '';
  }

  /** A text, or a number the author did not quote (`on_hand: 8` as an id). */
  word<Fallback>(fallback: Fallback): string | Fallback {
    return typeof this.value === 'number' ? String(this.value) : this.text(fallback);
  }

  whole<Fallback>(fallback: Fallback, least: number, most: number): number | Fallback {
    const { value } = this;
    if (!this.present) return fallback;
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    this.wants(`a whole number from ${String(least)} to ${String(most)}`);
    return fallback;
  }

  flag(fallback: boolean): boolean {
    if (typeof this.value === 'boolean') return this.value;
    if (this.present) this.wants('true or false');
    return fallback;
  }

  oneOf<Word extends string>(words: readonly Word[], fallback: Word): Word {
    const found = words.find((word) => word === this.value);
    if (found === undefined && this.present) this.wants(`one of ${words.join(', ')}`);
    return found ?? fallback;
  }

  /** Milliseconds; `never` is null. */
  duration<Fallback>(fallback: Fallback): number | null | Fallback {
    if (!this.present) return fallback;
    if (this.value === 'never') return null;
    return this.ms(fallback);
  }

  ms<Fallback>(fallback: Fallback): number | Fallback {
    if (!this.present) return fallback;
    const ms = typeof this.value === 'string' ? durationMs(this.value) : null;
    if (ms === null) this.wants('a duration such as 200ms, 5s or 2m');
    return ms ?? fallback;
  }

  map(): JsonMap {
    if (isMap(this.value)) return this.value;
    if (this.present) this.wants('a map');
    return {};
  }

  texts(): readonly string[] {
    return this.items().map((item) => item.text());
  }

  json(): Json {
    return this.value ?? null;
  }

  wants(type: string): void {
    const name = this.path.at(-1) ?? 'This file';
    this.note('value-type', `\`${String(name)}\` wants ${type}.`);
  }

  note(code: string, message: string, more: Partial<Problem> = {}): void {
    if (this.reading.problems.length >= MOST_PROBLEMS) return;
    this.reading.problems.push(problem(code, message, this.path, { spot: this.spot, ...more }));
  }

  notYet(): void {
    this.note('not-yet', `\`${String(this.path.at(-1))}\` is not yet in this version.`, { at: 'key' });
  }
}
