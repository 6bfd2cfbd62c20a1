export const PARTS = ['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const;
export type Part = (typeof PARTS)[number];

/** The learning path: which scenario answers which part's question, in the order to take them. */
const PATH: Readonly<Record<Part, readonly string[]>> = {
  A: [
    'ecommerce-order-created',
    'database-ownership',
    'encapsulation-api',
    'technology-diversity',
    'consistency-by-context',
  ],
  B: [
    'dual-write',
    'transactional-outbox',
    'relay-duplicate',
    'idempotent-consumer',
    'ack-timing',
    'outbox-ordering',
    'poison-dlq',
    'queue-vs-log',
    'scale-out-ordering',
  ],
  C: ['ambiguous-timeout', 'retry-storm-breaker', 'fault-isolation'],
  D: [
    'saga-choreography',
    'saga-orchestration',
    'orchestrator-crash',
    'pivot-retriable',
    'compensation-fails',
    'saga-dirty-read',
    'saga-lost-update-countermeasures',
  ],
  E: ['two-phase-commit', '2pc-in-doubt', 'shared-database', 'per-service-vs-shared'],
  F: ['api-composition', 'read-replica-and-cqrs-view', 'data-aggregation-service', 'data-duplication'],
  G: ['schema-migrations', 'event-schema-evolution', 'central-monitoring', 'design-your-own'],
};

const ORDER: readonly string[] = PARTS.flatMap((part) => PATH[part]);

/** Where a scenario stands in the path, from 1; null for one of the reader's own. */
export function numberOf(id: string): number | null {
  const at = ORDER.indexOf(id);
  return at === -1 ? null : at + 1;
}

export function partOf(id: string): Part | null {
  return PARTS.find((part) => PATH[part].includes(id)) ?? null;
}

/** Cards in the order of the path; those it does not name come last, in their own order. */
export function alongThePath<Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] {
  return [...items].sort(
    (one, other) => (numberOf(one.id) ?? ORDER.length + 1) - (numberOf(other.id) ?? ORDER.length + 1),
  );
}
