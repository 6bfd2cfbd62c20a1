import { useTranslation } from 'react-i18next';
import type { Card } from '../catalogue/card.ts';
import { WRITTEN_IN } from '../catalogue/catalogue.ts';
import { numberOf } from '../catalogue/path.ts';
import { standingOf, type Visit } from '../stores/progress.ts';
import { StateWord } from '../ui/Chip.tsx';
import { InlineCode } from '../ui/InlineCode.tsx';
import { LevelDots } from './LevelDots.tsx';
import { MiniTopology } from './MiniTopology.tsx';

interface ScenarioCardProps {
  readonly card: Card;
  readonly visit: Visit | undefined;
  /** The one to take next on the path. */
  readonly isNext: boolean;
}

/** One scenario: its picture, its question as the link, and what it asks of the reader. */
export function ScenarioCard({ card, visit, isNext }: ScenarioCardProps) {
  const { t } = useTranslation('gallery');
  const standing = standingOf(visit);
  const open = standing === 'started' || standing === 'halfway';
  const edge = open ? 'border-accent-line' : isNext ? 'border-rule' : 'border-hair';
  const resumable = open && visit !== undefined && visit.link !== '';
  return (
    <li
      className={`relative flex flex-col overflow-hidden rounded-l border bg-raise has-[a:hover]:border-border ${edge}`}
    >
      <div className="dotted relative h-[104px] border-b border-hair-2 py-1 pl-5">
        <span className="num absolute top-2 left-3 text-12 font-semibold text-muted" aria-hidden="true">
          {numberOf(card.id)}
        </span>
        <MiniTopology card={card} />
      </div>
      <div className="flex flex-1 flex-col px-3.5 pt-2.5 pb-3">
        <h3 lang={WRITTEN_IN} className="mb-auto min-h-10 text-15 tracking-[-.01em]">
          <a
            href={resumable ? visit.link : `#/play/${card.id}`}
            className={`no-underline after:absolute after:inset-0 hover:underline focus-visible:outline-none focus-visible:after:rounded-l focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus ${standing === 'done' ? 'text-ink-2' : 'text-ink'}`}
          >
            <InlineCode text={card.question} />
          </a>
        </h3>
        <div className="mt-2 flex items-center gap-x-3 text-12 text-muted">
          <LevelDots level={card.level} />
          <span className="num">{t('minutes', { count: card.minutes })}</span>
          <span className="ml-auto">
            <StandingWord standing={standing} isNext={isNext} />
          </span>
        </div>
        <Engines card={card} />
      </div>
      {open && visit !== undefined && <Share of={visit.beats === 0 ? 0.1 : visit.beat / visit.beats} />}
    </li>
  );
}

function Engines({ card }: { readonly card: Card }) {
  const { t } = useTranslation('gallery');
  const engines = [...new Set(card.services.flatMap(({ engine }) => engine ?? []))];
  return <p className="mt-1 text-12 text-muted">{engines.map((engine) => t(`engine.${engine}`)).join(' · ')}</p>;
}

function StandingWord({
  standing,
  isNext,
}: {
  readonly standing: ReturnType<typeof standingOf>;
  readonly isNext: boolean;
}) {
  const { t } = useTranslation('gallery');
  if (standing === 'done') return <StateWord status="ok">{t('progress.done')}</StateWord>;
  if (standing !== 'new') return <StateWord status="active">{t(`progress.${standing}`)}</StateWord>;
  if (!isNext) return null;
  return (
    <StateWord status="active" glyph="right">
      {t('progress.next')}
    </StateWord>
  );
}

function Share({ of: share }: { readonly of: number }) {
  return (
    <span className="absolute inset-x-0 bottom-0 h-[3px] bg-hair-2" aria-hidden="true">
      <span className="block h-full bg-accent" style={{ width: `${String(Math.round(share * 100))}%` }} />
    </span>
  );
}
