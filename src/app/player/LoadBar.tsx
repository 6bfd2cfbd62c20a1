import { useTranslation } from 'react-i18next';
import { useRun } from '../session/session.tsx';
import type { EngineLoad } from '../session/run-state.ts';
import { Button } from '../ui/Button.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

/**
 * How much of each engine has arrived, and the way to look around without them. It floats where nothing is yet, so that nothing
 * moves when it comes and goes.
 */
export function LoadBar({ engines }: { readonly engines: readonly EngineLoad[] }) {
  const { t } = useTranslation('player');
  const cancel = useRun((run) => run.cancel);
  return (
    <section
      aria-label={t('load.title')}
      className="fixed bottom-5 left-1/2 z-30 flex w-[min(52rem,calc(100vw-2rem))] -translate-x-1/2 flex-wrap items-center gap-x-6 gap-y-2 rounded-l border border-rule bg-raise px-4 py-3 shadow-pop max-lg:bottom-20 max-sm:bottom-32"
    >
      <p className="m-0 w-full text-13">
        <b>{t('load.title')}</b> <span className="text-muted max-sm:hidden">{t('load.body')}</span>
      </p>
      <div className="flex min-w-40 flex-1 flex-wrap gap-x-6 gap-y-1">
        {engines.map(({ engine, loadedBytes, totalBytes }) => (
          <div key={engine} className="min-w-40 flex-1">
            <ProgressBar
              label={t(`engine.${engine}`)}
              share={totalBytes === 0 ? null : loadedBytes / totalBytes}
              detail={
                totalBytes === 0 || loadedBytes >= totalBytes
                  ? t('load.starting')
                  : t('load.bytes', { loaded: megabytes(loadedBytes), total: megabytes(totalBytes) })
              }
            />
          </div>
        ))}
      </div>
      <Button size="small" onPress={cancel}>
        {t('load.cancel')}
      </Button>
    </section>
  );
}
