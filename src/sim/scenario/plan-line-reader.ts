import { isList, isMap, type Json } from '../model/json.ts';

const BARE_WORD = /[\w.$-](?:[\w.$-]|->)*/y;
/** A word, or one instance of a service: `order/2`. */
const BARE_TARGET = /[\w.$-](?:[\w.$-]|->)*(?:\/\d+)?/y;
const JSON_TEXT = /"(?:[^"\\]|\\.)*"/y;

/** A word as it is when nothing in it could be mistaken, else quoted as JSON. */
export function printWord(word: string): string {
  return isBare(word, BARE_WORD) ? word : JSON.stringify(word);
}

/** As `printWord`, for whom an entry strikes. */
export function printTarget(target: string): string {
  return isBare(target, BARE_TARGET) ? target : JSON.stringify(target);
}

function isBare(word: string, pattern: RegExp): boolean {
  pattern.lastIndex = 0;
  return pattern.test(word) && pattern.lastIndex === word.length;
}

/** A detail's value: a bare text stays bare unless it would read back as something else. */
export function printValue(value: Json): string {
  if (typeof value === 'string' && isBare(value, BARE_WORD) && readsAs(value) === value) return value;
  return JSON.stringify(value);
}

function readsAs(word: string): Json {
  if (word === 'true') return true;
  if (word === 'false') return false;
  if (word === 'null') return null;
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(word) ? Number(word) : word;
}

/** Walks over a plan line, sign by sign and word by word. */
export class LineReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get rest(): string {
    return this.#text.slice(this.#at);
  }

  get read(): string {
    return this.#text.slice(0, this.#at);
  }

  get atEnd(): boolean {
    return this.#at === this.#text.length;
  }

  take(sign: string): boolean {
    if (!this.#text.startsWith(sign, this.#at)) return false;
    this.#at += sign.length;
    return true;
  }

  word(): string | null {
    const quoted = this.#match(JSON_TEXT);
    if (quoted !== null) return textOf(quoted);
    return this.#match(BARE_WORD);
  }

  target(): string | null {
    const quoted = this.#match(JSON_TEXT);
    if (quoted !== null) return textOf(quoted);
    return this.#match(BARE_TARGET);
  }

  /** A JSON value, or a bare word; undefined when neither stands here. */
  value(): Json | undefined {
    const opening = this.#text[this.#at];
    if (opening === '[' || opening === '{') return this.#json();
    const quoted = this.#match(JSON_TEXT);
    if (quoted !== null) return textOf(quoted) ?? undefined;
    const bare = this.#match(/[^,()[\]{}"]+/y);
    return bare === null ? undefined : readsAs(bare);
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found === null) return null;
    this.#at = pattern.lastIndex;
    return found[0];
  }

  #json(): Json | undefined {
    const end = jsonEnd(this.#text, this.#at);
    try {
      const value = JSON.parse(this.#text.slice(this.#at, end)) as Json;
      this.#at = end;
      return isMap(value) || isList(value) ? value : undefined;
    } catch {
      return undefined;
    }
  }
}

function textOf(quoted: string): string | null {
  try {
    const value: unknown = JSON.parse(quoted);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}

/** The end of the bracketed value that begins at `from`; brackets in texts do not count. */
function jsonEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') {
      JSON_TEXT.lastIndex = at;
      if (!JSON_TEXT.test(text)) return text.length;
      at = JSON_TEXT.lastIndex - 1;
    } else if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}
