import { useTranslation } from 'react-i18next';
import type { Card } from '../catalogue/card.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { CardGrid } from './CardGrid.tsx';
import type { Visits } from './parts.ts';

interface FoundCardsProps {
  readonly cards: readonly Card[];
  readonly visits: Visits;
  readonly onClear: () => void;
}

/** What fits the search and the filters, with how many; or a sentence and the way back. */
export function FoundCards({ cards, visits, onClear }: FoundCardsProps) {
  const { t } = useTranslation('gallery');
  return (
    <section aria-labelledby="found">
      <h2 id="found" className="mb-3 text-18">
        <span role="status">{t('found', { count: cards.length })}</span>
      </h2>
      {cards.length > 0 ? (
        <CardGrid cards={cards} visits={visits} all={cards} />
      ) : (
        <EmptyState
          title={t('none')}
          actions={
            <button type="button" className="btn" onClick={onClear}>
              {t('clear')}
            </button>
          }
        >
          {t('noneBody')}
        </EmptyState>
      )}
    </section>
  );
}
