import type { JsonMap } from '../model/json.ts';
import type { Value } from './scenario.ts';

/** SQL as the author wrote it, `:path` holes and all. */
export type SqlText = string;

interface Common {
  /** Position among its siblings' paths: `2`, `2.0`, `2.else.1`. What a trace step and the code panel point at. */
  readonly path: string;
  /** Asked first; null means always. An expression text with its `=`. */
  readonly condition: string | null;
  readonly otherwise: readonly HandlerStep[];
  /** Runs the step once per element, which is called `name`. */
  readonly each: { readonly name: string; readonly list: string } | null;
}

export interface ReadStep extends Common {
  readonly verb: 'read';
  readonly source:
    | { readonly kind: 'sql'; readonly sql: SqlText }
    | {
        readonly kind: 'documents';
        readonly collection: string;
        readonly filter: JsonMap;
        readonly sort: JsonMap | null;
        readonly limit: number | null;
      };
  /** Another service whose database is reached into; null is the own one. */
  readonly in: string | null;
  readonly row: string | null;
  readonly rows: string | null;
  readonly count: string | null;
}

export interface WriteStep extends Common {
  readonly verb: 'write';
  /** Names the outcome, so that a refusal does not end the handler. */
  readonly as?: string | null;
  readonly change:
    | { readonly kind: 'sql'; readonly sql: SqlText }
    | { readonly kind: 'insert'; readonly collection: string; readonly document: Value }
    | {
        readonly kind: 'update';
        readonly collection: string;
        readonly filter: JsonMap;
        readonly update: JsonMap;
        readonly upsert: boolean;
      }
    | { readonly kind: 'delete'; readonly collection: string; readonly filter: JsonMap };
  readonly in: string | null;
  readonly row: string | null;
  readonly rows: string | null;
  readonly count: string | null;
}

export interface LetStep extends Common {
  readonly verb: 'let';
  readonly names: readonly { readonly name: string; readonly value: Value }[];
}

export interface TransactionStep extends Common {
  readonly verb: 'transaction';
  readonly steps: readonly HandlerStep[];
  readonly as: string | null;
}

export interface EmitStep extends Common {
  readonly verb: 'emit' | 'send';
  readonly type: string;
  readonly data: Value;
  readonly version: number;
}

export interface CallStep extends Common {
  readonly verb: 'call';
  readonly service: string;
  /** `GET /stock/:sku` or `rpc GetAvailability`. */
  readonly operation: string;
  readonly params: Value;
  readonly query: Value;
  readonly body: Value;
  readonly key: Value;
  readonly as: string | null;
}

export interface ReplyStep extends Common {
  readonly verb: 'reply';
  readonly status: Value;
  readonly body: Value;
}

export interface RefuseStep extends Common {
  readonly verb: 'refuse';
  readonly reason: string;
  readonly status: number;
}

export interface DoStep extends Common {
  readonly verb: 'do';
  readonly steps: readonly HandlerStep[];
}

export interface WaitStep extends Common {
  readonly verb: 'wait';
  readonly ms: number;
}

/** One line of a handler: one verb, its details, and optionally `if` and `each`. */
export type HandlerStep =
  ReadStep | WriteStep | LetStep | TransactionStep | EmitStep | CallStep | ReplyStep | RefuseStep | DoStep | WaitStep;
