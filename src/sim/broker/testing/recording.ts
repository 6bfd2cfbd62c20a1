import { readFileSync } from 'node:fs';
import type { Headers } from '../broker-event.ts';

export interface RecordedCounters {
  readonly [queue: string]: { readonly ready: number; readonly unacked: number };
}

export interface RecordedEntry {
  readonly message: string;
  readonly redelivered: boolean;
  readonly headers: Headers;
  readonly routingKey: string;
}

/** What the recorder did, and what it saw, in the order of the recorder. */
export type RecordedStep =
  | {
      readonly do: 'declare-exchange';
      exchange: string;
      type: 'direct' | 'fanout' | 'topic';
      alternateExchange?: string;
    }
  | { readonly do: 'declare-queue'; queue: string; type: 'classic' | 'quorum'; arguments: Headers }
  | { readonly do: 'bind' | 'unbind'; queue: string; exchange: string; key: string }
  | RecordedPublish
  | { readonly do: 'replay'; queue: string; messageId: string }
  | { readonly do: 'republish-with-headers'; queue: string; message: string }
  | { readonly do: 'consume'; consumer: string; queue: string; prefetch: number; autoAck: boolean }
  | { readonly do: 'cancel' | 'crash' | 'close-channel' | 'close-connection'; consumer: string }
  | { readonly do: 'ack' | 'ack-on-other-channel'; consumer: string; message: string }
  | { readonly do: 'nack' | 'reject'; consumer: string; message: string; requeue: boolean; multiple?: boolean }
  | { readonly do: 'wait'; ms: number }
  | RecordedDelivery
  | { readonly do: 'confirm'; message: string; result: string }
  | { readonly do: 'basic.return'; message: string; exchange: string; key: string; replyCode: number }
  | { readonly do: 'channel-error'; client: string; code: number; text: string }
  | { readonly do: 'counters'; queues: RecordedCounters }
  | { readonly do: 'drain'; queue: string; got: readonly RecordedEntry[] }
  | { readonly do: 'get-from-dlq'; headers: Headers }
  | { readonly do: 'routing-matrix'; copies: Readonly<Record<string, Readonly<Record<string, number>>>> }
  | { readonly do: 'note' };

export interface RecordedPublish {
  readonly do: 'publish';
  /** Through the default exchange, when it is named. */
  readonly queue?: string;
  readonly exchange?: string;
  readonly key?: string;
  readonly messages?: readonly string[];
  readonly message?: string;
  readonly confirm?: string;
  readonly mandatory?: boolean;
  readonly ttlMs?: number;
  readonly headers?: Readonly<Record<string, Headers>>;
}

export interface RecordedDelivery {
  readonly do: 'deliver';
  readonly consumer: string;
  readonly message: string;
  readonly deliveryTag: number;
  readonly redelivered: boolean;
  readonly xDeliveryCount?: number;
  readonly xAcquiredCount?: number;
  readonly headers?: Headers;
}

export interface RecordedScenario {
  readonly id: string;
  readonly rule: string;
  readonly title: string;
  readonly steps: readonly RecordedStep[];
}

export function recordedScenarios(queueType: 'classic' | 'quorum'): readonly RecordedScenario[] {
  const file = new URL(`recordings/rabbitmq-4.3.6-${queueType}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly scenarios: readonly RecordedScenario[] }).scenarios;
}

export interface RecordedRouting {
  readonly bindings: Readonly<Record<string, readonly string[]>>;
  readonly rows: readonly { readonly routingKey: string; readonly copies: Readonly<Record<string, number>> }[];
}

export function recordedRouting(): RecordedRouting {
  const file = new URL('recordings/topic-routing.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as RecordedRouting;
}
