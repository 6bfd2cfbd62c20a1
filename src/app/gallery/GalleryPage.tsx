import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CARDS } from '../catalogue/catalogue.ts';
import { Header } from '../frame/Header.tsx';
import { SkipLinks } from '../frame/SkipLinks.tsx';
import { useProgress } from '../stores/progress.ts';
import { ContinueCard } from './ContinueCard.tsx';
import { fitting, isFiltering, NO_FILTER } from './gallery-filter.ts';
import { FilterBar, type View } from './FilterBar.tsx';
import { FoundCards } from './FoundCards.tsx';
import { OpenFile } from './OpenFile.tsx';
import { PartSections } from './PartSections.tsx';
import { PathRail } from './PathRail.tsx';
import { SearchField } from './SearchField.tsx';

/** All scenarios by the question they answer: the learning path, what fits a search, and where one stopped. */
export function GalleryPage() {
  const { t } = useTranslation('gallery');
  const [filter, setFilter] = useState(NO_FILTER);
  const [view, setView] = useState<View>('path');
  const visits = useProgress((progress) => progress.visits);
  const filtering = isFiltering(filter);
  useEffect(() => {
    document.title = `${t('title')} · Sagascope`;
  }, [t]);
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLinks to={['main', 'search']} />
      <Header>
        <SearchField words={filter.words} onChange={(words) => setFilter({ ...filter, words })} />
      </Header>
      <div className="grid flex-1 grid-cols-[minmax(0,1fr)] content-start lg:grid-cols-[280px_minmax(0,1fr)] lg:content-stretch">
        <PathRail cards={CARDS} visits={visits}>
          <OpenFile />
        </PathRail>
        <main id="main" tabIndex={-1} className="flex min-w-0 flex-col gap-5 p-4 outline-none md:px-8 md:py-5">
          <h1 className="sr-only">{t('title')}</h1>
          {!filtering && <ContinueCard cards={CARDS} visits={visits} />}
          <FilterBar filter={filter} onFilter={setFilter} view={view} onView={setView} />
          {filtering || view === 'list' ? (
            <FoundCards
              cards={fitting(CARDS, filter)}
              visits={visits}
              onClear={() => {
                setFilter(NO_FILTER);
              }}
            />
          ) : (
            <PartSections cards={CARDS} visits={visits} />
          )}
        </main>
      </div>
    </div>
  );
}
