import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunHost } from '#host/run-host.ts';
import { Header } from '../frame/Header.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { openLink, type Opened } from './open-link.ts';
import { Nothing } from './Nothing.tsx';
import { OpenedRun } from './OpenedRun.tsx';

type Opening = Opened | { readonly kind: 'opening' } | { readonly kind: 'failed'; readonly detail: string };

interface PlayerPageProps {
  readonly hash: string;
  readonly host: RunHost;
}

/** One scenario on screen: the run the address names, or a sentence about why there is none. */
export function PlayerPage({ hash, host }: PlayerPageProps) {
  const [first] = useState(hash);
  const [opened, setOpened] = useState<Opening>({ kind: 'opening' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let wanted = true;
    openLink(first).then(
      (found) => {
        if (wanted) setOpened(found);
      },
      (reason: unknown) => {
        if (wanted) setOpened({ kind: 'failed', detail: reason instanceof Error ? reason.message : String(reason) });
      },
    );
    return () => {
      wanted = false;
    };
  }, [first, attempt]);

  if (opened.kind === 'run') return <OpenedRun opened={opened} hash={hash} host={host} />;
  if (opened.kind === 'opening') return <Waiting />;
  return (
    <Nothing
      opened={opened}
      onRetry={() => {
        setOpened({ kind: 'opening' });
        setAttempt(attempt + 1);
      }}
    />
  );
}

function Waiting() {
  const { t } = useTranslation();
  return (
    <>
      <Header />
      <main id="main" tabIndex={-1} aria-busy="true">
        <EmptyState icon="clock" title={`${t('loading')}…`} />
      </main>
    </>
  );
}
