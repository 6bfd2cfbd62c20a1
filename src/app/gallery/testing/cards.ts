import type { EngineKind } from '#sim/kernel/engine-port.ts';
import type { Card } from '../../catalogue/card.ts';

type Wanted = Partial<Card> & { readonly engines?: readonly EngineKind[] };

/** A card that says only what a test cares about. */
export function aCard({ engines = ['postgres'], ...wanted }: Wanted = {}): Card {
  return {
    id: 'a-scenario',
    title: 'A scenario',
    question: 'What happens?',
    objective: 'See it.',
    bloom: 'understand',
    minutes: 8,
    requires: [],
    level: 'easy',
    services: engines.map((engine, index) => ({ id: `s${String(index)}`, title: `Service ${String(index)}`, engine })),
    events: [],
    calls: [],
    reaches: [],
    asked: [0],
    choices: [],
    beats: 4,
    predictions: 1,
    ...wanted,
  };
}
