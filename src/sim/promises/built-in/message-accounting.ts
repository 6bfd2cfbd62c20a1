import { type Consumption, isLost } from '../facts/consumptions.ts';
import { evidence, foundBroken, foundOpen, type StartTrial } from '../trial.ts';

/**
 * Per queue, what came in is acked, dead-lettered, dropped, ready or unacked; and nothing is acked that no handler has
 * processed (INV-14): that is how auto ack loses a message (R-Q-5).
 */
export const messageAccounting: StartTrial = (facts) => ({
  observe: ({ consumptions }) => consumptions.length > 0 || facts.ledger.imbalance !== null,
  find(atRest) {
    const { imbalance } = facts.ledger;
    if (imbalance !== null) return foundBroken({ ...imbalance });
    const lost = ackedUnprocessed(facts.consumptions.unfinished, atRest);
    return foundOpen(evidence(lost, ({ queue, messageId }) => ({ queue, messageId, acked: true })));
  },
});

function* ackedUnprocessed(unfinished: Iterable<Consumption>, atRest: boolean): Iterable<Consumption> {
  for (const consumption of unfinished) if (consumption.acked && isLost(consumption, atRest)) yield consumption;
}
