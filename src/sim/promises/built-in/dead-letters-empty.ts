import { evidence, foundOpen, type StartTrial } from '../trial.ts';

/** Nothing lies in a dead-letter queue (INV-35, R-DLQ-5). */
export const deadLettersEmpty: StartTrial = (facts) => ({
  observe: ({ addresses }) => addresses.has('broker.dead'),
  find: () => foundOpen(evidence(facts.rows('broker.dead'), (row) => row)),
});
