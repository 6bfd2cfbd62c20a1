import { useTranslation } from 'react-i18next';
import type { Level } from '../catalogue/card.ts';

const DOTS = { easy: 1, medium: 2, hard: 3 } satisfies Record<Level, number>;

export function LevelDots({ level }: { readonly level: Level }) {
  const { t } = useTranslation('gallery');
  return (
    <span className="inline-flex items-center gap-[3px]">
      {[1, 2, 3].map((dot) => (
        <span
          key={dot}
          aria-hidden="true"
          className={`size-1.5 rounded-full border border-border ${dot <= DOTS[level] ? 'bg-border' : ''}`}
        />
      ))}
      <span className="ml-1">{t(`level.${level}`)}</span>
    </span>
  );
}
