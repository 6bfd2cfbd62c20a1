import type { Card } from '../catalogue/card.ts';
import { nextCard, type Visits } from './parts.ts';
import { ScenarioCard } from './ScenarioCard.tsx';

interface CardGridProps {
  readonly cards: readonly Card[];
  readonly visits: Visits;
  /** The cards among which one is next. */
  readonly all: readonly Card[];
}

export function CardGrid({ cards, visits, all }: CardGridProps) {
  const next = nextCard(all, visits);
  return (
    <ol className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,280px),1fr))] gap-4">
      {cards.map((card) => (
        <ScenarioCard key={card.id} card={card} visit={visits[card.id]} isNext={card === next} />
      ))}
    </ol>
  );
}
