import type { Json } from '../model/json.ts';
import type { Message } from '../model/message.ts';

/** What a message is about and where it comes from; the rest of the envelope follows. */
export interface Letter {
  readonly kind: 'event' | 'command';
  readonly source: string;
  readonly type: string;
  readonly version: number;
  readonly subject: string | null;
  readonly correlationid: string;
  readonly causationid: string;
  readonly data: Json;
}

const HEX = '0123456789abcdef';

/** A hexadecimal digest of a text: FNV-1a, once per group of eight digits. For ids that must be stable, not secret. */
export function digest(text: string, digits: number): string {
  let out = '';
  for (let round = 0; out.length < digits; round++) {
    let hash = 0x811c9dc5 ^ Math.imul(round + 1, 0x9e3779b1);
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    for (let shift = 28; shift >= 0; shift -= 4) out += HEX.charAt((hash >>> shift) & 15);
  }
  return out.slice(0, digits);
}

/** The W3C trace context of whatever creates `id` within a business transaction (R-MON-6). */
export function traceparent(correlationid: string, id: string): string {
  return `00-${digest(correlationid, 32)}-${digest(`${correlationid} ${id}`, 16)}-01`;
}

/**
 * Ids and sequence numbers of a run, counted, so that they are the same in every run. Events are `E-1`, `E-2` …,
 * commands `C-1` …, requests `R-1` …; an aggregate's sequence counts its own messages (R-ENV-2).
 */
export class Envelopes {
  readonly #counts = new Map<string, number>();

  /** `E-1`, `E-2` … for the prefix `E`. */
  nextId(prefix: string, within = ''): string {
    return `${prefix}-${String(this.#next(`${within}#${prefix}`))}`;
  }

  seal(letter: Letter): Message {
    const id = this.nextId(letter.kind === 'event' ? 'E' : 'C');
    return {
      kind: letter.kind,
      specversion: '1.0',
      id,
      source: letter.source,
      type: letter.type,
      subject: letter.subject,
      datacontenttype: 'application/json',
      dataschema: `${letter.type}/${String(letter.version)}`,
      partitionkey: letter.subject,
      sequence: letter.subject === null ? null : this.#sequence(letter.source, letter.subject),
      correlationid: letter.correlationid,
      causationid: letter.causationid,
      traceparent: traceparent(letter.correlationid, id),
      data: letter.data,
    };
  }

  #sequence(source: string, subject: string): string {
    return String(this.#next(`sequence of ${source} ${subject}`)).padStart(8, '0');
  }

  #next(name: string): number {
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    return count;
  }
}
