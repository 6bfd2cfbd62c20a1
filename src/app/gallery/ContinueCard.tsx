import { useTranslation } from 'react-i18next';
import type { Card } from '../catalogue/card.ts';
import { WRITTEN_IN } from '../catalogue/catalogue.ts';
import { toContinue, type Visit } from '../stores/progress.ts';
import { Icon } from '../ui/Icon.tsx';
import { InlineCode } from '../ui/InlineCode.tsx';
import { MiniTopology } from './MiniTopology.tsx';
import { nextCard, type Visits } from './parts.ts';

interface ContinueCardProps {
  readonly cards: readonly Card[];
  readonly visits: Visits;
}

/** Where the reader stopped, one press away; for whoever is new here, where to begin. */
export function ContinueCard({ cards, visits }: ContinueCardProps) {
  const { t } = useTranslation('gallery');
  const open = toContinue(visits);
  const known = cards.find(({ id }) => id === open?.id) ?? null;
  const card = known ?? nextCard(cards, visits);
  if (card === null) return null;
  const visit = known === null ? null : (open?.visit ?? null);
  return (
    <section
      aria-labelledby="continue"
      className="flex flex-wrap items-center gap-x-5 gap-y-3 rounded-l border border-hair bg-raise p-3 md:pr-5"
    >
      <div className="dotted h-16 w-[190px] overflow-hidden rounded max-md:hidden">
        <MiniTopology card={card} />
      </div>
      <div className="min-w-0 flex-1 basis-60">
        <p className="kick">{t(visit === null ? 'begin' : 'continue')}</p>
        <h2 id="continue" lang={WRITTEN_IN} className="text-18 tracking-[-.015em]">
          <InlineCode text={card.question} />
        </h2>
        <p className="num mt-0.5 flex flex-wrap gap-x-3 text-12 text-muted">
          {visit === null ? <FirstFacts card={card} /> : <VisitFacts visit={visit} />}
        </p>
      </div>
      <a className="btn btn-primary btn-large max-sm:w-full" href={visit?.link ?? `#/play/${card.id}`}>
        <Icon name="play" />
        {t(visit === null ? 'start' : 'resume')}
        <span className="sr-only">: {card.title}</span>
      </a>
    </section>
  );
}

function VisitFacts({ visit }: { readonly visit: Visit }) {
  const { t } = useTranslation('gallery');
  return (
    <>
      {visit.beats > 0 && <span>{t('beatOf', { beat: visit.beat, count: visit.beats })}</span>}
      <span>{t('stepOf', { step: visit.step, count: visit.steps })}</span>
    </>
  );
}

function FirstFacts({ card }: { readonly card: Card }) {
  const { t } = useTranslation('gallery');
  return (
    <>
      <span>{t('minutes', { count: card.minutes })}</span>
      {card.beats > 0 && <span>{t('beats', { count: card.beats })}</span>}
      {card.predictions > 0 && <span>{t('predictions', { count: card.predictions })}</span>}
    </>
  );
}
