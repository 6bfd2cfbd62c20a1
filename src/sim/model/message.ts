import type { Json } from './json.ts';

/**
 * A message in a CloudEvents 1.0 envelope (R-ENV). Names are CloudEvents names, so they are lower case.
 *
 * `id` is the message, `correlationid` the business transaction, `causationid` whatever directly caused it,
 * `traceparent` the telemetry: four ids that are never used for one another.
 */
export interface Message {
  readonly kind: 'event' | 'command';
  readonly specversion: '1.0';
  readonly id: string;
  /** `/order`: the producer. `source` and `id` together are unique and stay the same on every re-send. */
  readonly source: string;
  readonly type: string;
  /** The aggregate the message is about. */
  readonly subject: string | null;
  readonly datacontenttype: 'application/json';
  /** `OrderCreated/1`: which version of the contract `data` follows. */
  readonly dataschema: string;
  readonly partitionkey: string | null;
  /** Zero-padded, counted per aggregate. */
  readonly sequence: string | null;
  readonly correlationid: string;
  readonly causationid: string;
  /** `00-<32 hex>-<16 hex>-01`, W3C trace context of the step that created the message. */
  readonly traceparent: string;
  readonly data: Json;
}
