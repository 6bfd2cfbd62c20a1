export interface ExchangeDeclaration {
  readonly name: string;
  readonly type: 'direct' | 'fanout' | 'topic';
  /** Takes what this exchange cannot route. */
  readonly alternate?: string;
}

export interface Binding {
  readonly exchange: string;
  readonly routingKey: string;
}

/** Where a queue sends its dead letters: a queue by name, or an exchange and, if the key is to be replaced, a key. */
export interface DeadLetterTarget {
  readonly queue?: string;
  readonly exchange?: string;
  readonly routingKey?: string;
}

export interface QueueDeclaration {
  readonly name: string;
  readonly type: 'classic' | 'quorum';
  readonly bindings: readonly Binding[];
  /** L failed deliveries are forgiven, so L + 1 attempts are made (R-Q-10). Null is unlimited; quorum queues only. */
  readonly deliveryLimit: number | null;
  readonly deadLetter: DeadLetterTarget | null;
  readonly maxLength?: number;
  /** What happens to one message too many: the oldest ready one goes, or the publisher is refused. */
  readonly overflow?: 'drop-head' | 'reject-publish';
  readonly messageTtlMs?: number;
  readonly singleActiveConsumer?: boolean;
}

export interface BrokerDeclarations {
  readonly exchanges: readonly ExchangeDeclaration[];
  readonly queues: readonly QueueDeclaration[];
}
