import type { Json } from '../../model/json.ts';
import { type Consumption, isLost } from '../facts/consumptions.ts';
import { lineOfEffect } from '../facts/handler-runs.ts';
import { evidence, foundBroken, foundOpen, type StartTrial } from '../trial.ts';

/**
 * Per consumer and message, no line changes a row in two runs or makes rows in two; and at rest the message was
 * processed or given up
 * (INV-13, R-INB). A change that leaves a row as it was is no second effect (R-INB-5).
 */
export const effectivelyOnce: StartTrial = (facts) => {
  let twice: Json | null = null;
  return {
    observe({ consumptions }) {
      for (const consumption of consumptions) twice ??= appliedTwice(consumption);
      return consumptions.length > 0;
    },
    find(atRest) {
      if (twice !== null) return foundBroken(twice);
      return foundOpen(evidence(unprocessed(facts.consumptions.unfinished, atRest), ids));
    },
  };
};

function appliedTwice({ queue, messageId, runs }: Consumption): Json | null {
  if (runs.length < 2) return null;
  const effects = runs.flatMap((run) => [...run.effects].map((effect) => `${run.handler} ${effect}`));
  const repeated = effects.find((effect, place) => effects.indexOf(effect) < place);
  if (repeated === undefined) return null;
  const times = effects.filter((effect) => effect === repeated).length;
  return { consumer: queue, messageId, line: lineOfEffect(repeated), times };
}

function* unprocessed(unfinished: Iterable<Consumption>, atRest: boolean): Iterable<Consumption> {
  for (const consumption of unfinished) if (isLost(consumption, atRest)) yield consumption;
}

const ids = ({ queue, messageId }: Consumption): Json => ({ consumer: queue, messageId });
