import { useTranslation } from 'react-i18next';
import { Header } from '../frame/Header.tsx';
import { LinkTroubleNote } from '../sharing/LinkNotes.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import type { Opened } from './open-link.ts';

export type NothingOpened =
  Exclude<Opened, { readonly kind: 'run' }> | { readonly kind: 'failed'; readonly detail: string };

interface NothingProps {
  readonly opened: NothingOpened;
  readonly onRetry: () => void;
}

/** An address without a run: a sentence for each thing that is the matter, and the ways on. */
export function Nothing({ opened, onRetry }: NothingProps) {
  const { t } = useTranslation('player');
  return (
    <>
      <Header />
      <main id="main" tabIndex={-1} className="mx-auto max-w-3xl p-6">
        <h1 className="sr-only">{t(`nothing.${opened.kind}`)}</h1>
        {opened.kind === 'nothing' ? (
          <LinkTroubleNote trouble={{ problems: opened.problems, nearest: null }} />
        ) : (
          <Stopped opened={opened} onRetry={onRetry} />
        )}
      </main>
    </>
  );
}

interface StoppedProps {
  readonly opened: Exclude<NothingOpened, { readonly kind: 'nothing' }>;
  readonly onRetry: () => void;
}

function Stopped({ opened, onRetry }: StoppedProps) {
  const { t } = useTranslation('player');
  const failed = opened.kind === 'failed';
  const lines = failed
    ? [opened.detail]
    : opened.diagnostics.map(({ message, suggestion }) => [message, suggestion].filter(Boolean).join(' '));
  return (
    <EmptyState
      icon="warning"
      title={t(`nothing.${opened.kind}`)}
      actions={
        <>
          {failed && (
            <Button tone="primary" icon="undo" onPress={onRetry}>
              {t('problem.retry')}
            </Button>
          )}
          <a className={`btn ${failed ? '' : 'btn-primary'}`} href="#/">
            {t('nothing.home')}
          </a>
        </>
      }
    >
      <ul className="m-0 list-none p-0">
        {lines.map((line, index) => (
          <li key={index} className="wrap-anywhere">
            {line}
          </li>
        ))}
      </ul>
    </EmptyState>
  );
}
