import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Router, Switch } from 'wouter';
import { GalleryPage } from '../gallery/GalleryPage.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { pathOf, useHash, useHashPath } from '../frame/address.ts';
import { LiveRegions } from '../frame/LiveRegions.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { ShellDialogs } from './ShellDialogs.tsx';

const PlayerOnHost = lazy(async () => ({ default: (await import('./PlayerOnHost.tsx')).PlayerOnHost }));

/** The whole page: which screen the address asks for, and what stands around every screen. */
export function App() {
  const hash = useHash();
  return (
    <Router hook={useHashPath}>
      <ErrorBoundary about={hash}>
        <Suspense fallback={<Loading />}>
          <Switch>
            <Route path="/" component={GalleryPage} />
            <Route path="/play/:id">
              <PlayerOnHost key={pathOf(hash)} hash={hash} />
            </Route>
            <Route component={NotFoundPage} />
          </Switch>
        </Suspense>
      </ErrorBoundary>
      <ShellDialogs />
      <LiveRegions />
    </Router>
  );
}

function Loading() {
  const { t } = useTranslation();
  return (
    <main id="main" className="p-6 text-muted" aria-busy="true">
      {t('loading')}…
    </main>
  );
}
