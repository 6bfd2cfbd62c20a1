import type { JsonMap } from '../model/json.ts';

/** Names what happens, never a time or a position in a queue, so that it survives a change of design (amendment A2). */
export interface Selector {
  readonly point: string;
  readonly in: string | null;
  readonly instance: number | null;
  readonly handler: string | null;
  readonly message: string | null;
  readonly subject: string | null;
  readonly command: string | null;
  readonly callee: string | null;
  /** The n-th match, from 1; or every one. */
  readonly n: number | 'every';
}

export type When =
  { readonly kind: 'time'; readonly atMs: number } | { readonly kind: 'selector'; readonly selector: Selector };

export interface RunEntry {
  readonly kind: 'run';
  readonly id: string | null;
  readonly command: string;
  /** Laid over the command's body; `=` texts see `n`, the number of the repetition from 1. */
  readonly with: JsonMap;
  readonly instance: number | null;
  readonly repeat: number;
  readonly everyMs: number;
  readonly when: When;
}

export interface FaultEntry {
  readonly kind: 'fault';
  readonly id: string | null;
  /** `crash` … of the catalogue. */
  readonly fault: string;
  /** `order`, `order/2`, `order.db`, `order.relay`, `broker`, `order->user` … */
  readonly on: string;
  readonly forMs: number | null;
  readonly details: JsonMap;
  readonly when: When;
}

export interface OperateEntry {
  readonly kind: 'operate';
  readonly id: string | null;
  /** `deploy` … */
  readonly operation: string;
  readonly on: string;
  readonly details: JsonMap;
  readonly when: When;
}

export type PlanEntry = RunEntry | FaultEntry | OperateEntry;
