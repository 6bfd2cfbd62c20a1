import { useTranslation } from 'react-i18next';
import type { Card } from '../catalogue/card.ts';
import { PARTS, type Part } from '../catalogue/path.ts';
import { CardGrid } from './CardGrid.tsx';
import { cardsOf, currentPart, sectionId, type Visits } from './parts.ts';

interface PartSectionsProps {
  readonly cards: readonly Card[];
  readonly visits: Visits;
}

/** The scenarios part by part. A part that has none yet says so. */
export function PartSections({ cards, visits }: PartSectionsProps) {
  const { t } = useTranslation('gallery');
  const current = currentPart(cards, visits);
  const others = cardsOf(null, cards);
  return (
    <>
      {PARTS.map((part) => (
        <PartSection key={part} part={part} cards={cardsOf(part, cards)} visits={visits} isCurrent={part === current} />
      ))}
      {others.length > 0 && (
        <section aria-labelledby="part-own">
          <h2 id="part-own" className="mb-3 text-18">
            {t('part.own')}
          </h2>
          <CardGrid cards={others} visits={visits} all={cards} />
        </section>
      )}
    </>
  );
}

interface PartSectionProps extends PartSectionsProps {
  readonly part: Part;
  readonly isCurrent: boolean;
}

function PartSection({ part, cards, visits, isCurrent }: PartSectionProps) {
  const { t } = useTranslation('gallery');
  const minutes = cards.reduce((sum, card) => sum + card.minutes, 0);
  const empty = cards.length === 0;
  return (
    <section aria-labelledby={sectionId(part)} className={empty ? 'border-t border-hair pt-3.5' : ''}>
      <div className={`flex flex-wrap items-center gap-x-2 gap-y-1 ${empty ? '' : 'mb-3'}`}>
        <h2
          id={sectionId(part)}
          tabIndex={-1}
          className={`flex items-center gap-2.5 text-18 tracking-[-.015em] ${empty ? 'text-muted' : ''}`}
        >
          <span
            aria-hidden="true"
            className={`grid size-[26px] flex-none place-items-center rounded-full border-2 text-13 ${isCurrent ? 'border-accent text-accent-text' : 'border-border text-muted'}`}
          >
            {part}
          </span>
          {t(`part.${part}`)}
        </h2>
        <span className="num text-12 text-muted">
          {empty ? t('partEmpty') : t('partSize', { count: cards.length, minutes })}
        </span>
      </div>
      {!empty && <CardGrid cards={cards} visits={visits} all={cards} />}
    </section>
  );
}
