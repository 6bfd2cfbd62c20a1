import { evidence, foundOpen, type StartTrial } from '../trial.ts';

/** Every outbox row is marked as published (INV-10). */
export const outboxDrained: StartTrial = (facts) => ({
  observe: ({ outbox }) => outbox.changed,
  find: () => foundOpen(evidence(facts.outboxes.waiting.values(), (row) => ({ ...row }))),
});
