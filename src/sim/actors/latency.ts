/**
 * The model's latencies, in virtual ms. Round numbers, so that a reader can add them up; they order what happens and
 * are no claim about any product.
 */
export const LATENCY = {
  /** One way between a client and a service, or between two services. */
  network: 5,
  /** One way between a service and the broker. */
  broker: 2,
  /** A read outside a transaction. */
  read: 1,
  /** A local transaction, from its first statement to its commit. */
  transaction: 2,
  /** Between two documents that are written without a session. */
  document: 1,
  /** From a crash until the other side of its connections knows (R-KRN-5). */
  detection: 100,
} as const;

/** How long a crashed process stays down when the plan does not say. */
export const DEFAULT_RESTART_MS = 1000;
