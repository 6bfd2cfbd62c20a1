import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Card } from '../catalogue/card.ts';
import { PARTS, type Part } from '../catalogue/path.ts';
import type { Visit } from '../stores/progress.ts';
import { Icon } from '../ui/Icon.tsx';
import { currentPart, type PartStanding, partStanding, sectionId } from './parts.ts';

interface PathRailProps {
  readonly cards: readonly Card[];
  readonly visits: Readonly<Record<string, Visit>>;
  /** Stands at the foot of the rail. */
  readonly children: ReactNode;
}

/** The learning path: seven questions in order, with how far the reader came in each. Beside the cards, or over them on small screens. */
export function PathRail({ cards, visits, children }: PathRailProps) {
  const { t } = useTranslation('gallery');
  const current = currentPart(cards, visits);
  return (
    <div className="flex flex-col border-hair bg-bg p-4 max-lg:border-b lg:sticky lg:top-0 lg:h-[calc(100dvh-3.5rem)] lg:overflow-y-auto lg:border-r lg:px-5 lg:py-6">
      <nav aria-label={t('path')}>
        <h2 className="kick max-lg:sr-only">{t('pathCount', { count: cards.length })}</h2>
        <ol className="max-lg:-mx-4 max-lg:flex max-lg:gap-4 max-lg:overflow-x-auto max-lg:px-4 max-lg:py-1 lg:mt-3.5">
          {PARTS.map((part) => (
            <RailItem
              key={part}
              part={part}
              standing={partStanding(part, cards, visits)}
              isCurrent={part === current}
            />
          ))}
        </ol>
      </nav>
      <div className="mt-auto pt-3 lg:pt-4">{children}</div>
    </div>
  );
}

interface RailItemProps {
  readonly part: Part;
  readonly standing: PartStanding;
  readonly isCurrent: boolean;
}

function RailItem({ part, standing, isCurrent }: RailItemProps) {
  const { t } = useTranslation('gallery');
  const { count, done } = standing;
  const finished = count > 0 && done === count;
  const line = finished ? 'before:border-ok' : 'before:border-rule';
  const words =
    count === 0
      ? t('partEmpty')
      : finished
        ? t('partDone', { count })
        : done > 0
          ? t('partSome', { done, count })
          : t('partOpen', { count });
  return (
    <li
      className={`relative max-lg:flex-none lg:pb-4 lg:not-last:before:absolute lg:not-last:before:top-8 lg:not-last:before:bottom-0 lg:not-last:before:left-[15px] lg:not-last:before:border-l-[1.5px] ${line}`}
    >
      <button
        type="button"
        aria-current={isCurrent ? 'step' : undefined}
        className="grid w-full grid-cols-[32px_1fr] items-start gap-3 rounded text-left text-ink-2 max-lg:w-44"
        onClick={() => {
          document.getElementById(sectionId(part))?.focus();
        }}
      >
        <Badge part={part} look={finished ? 'done' : isCurrent ? 'current' : 'open'} />
        <span className="min-w-0">
          <span className={`block text-14 leading-[18px] ${isCurrent ? 'font-semibold text-ink' : 'font-medium'}`}>
            {t(`part.${part}`)}
          </span>
          <span className="num text-12 text-muted">{words}</span>
        </span>
      </button>
    </li>
  );
}

const BADGE = {
  done: 'bg-ok border-ok text-on-ok',
  current: 'border-2 border-accent bg-bg text-accent-text shadow-[0_0_0_4px_var(--accent-soft)]',
  open: 'border-border bg-bg text-muted',
};

function Badge({ part, look }: { readonly part: Part; readonly look: keyof typeof BADGE }) {
  return (
    <span
      aria-hidden="true"
      className={`grid size-8 place-items-center rounded-full border-[1.5px] text-13 font-semibold ${BADGE[look]}`}
    >
      {look === 'done' ? <Icon name="check" size={14} className="[stroke-width:2]" /> : part}
    </span>
  );
}
