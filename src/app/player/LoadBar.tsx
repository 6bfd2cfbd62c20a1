import { useTranslation } from 'react-i18next';
import { useRun } from '../session/session.tsx';
import type { EngineLoad } from '../session/run-state.ts';
import { Button } from '../ui/Button.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

/** How much of each engine has arrived, and the way to look around without them. */
export function LoadBar({ engines }: { readonly engines: readonly EngineLoad[] }) {
  const { t } = useTranslation('player');
  const cancel = useRun((run) => run.cancel);
  return (
    <div className="flex flex-none flex-wrap items-center gap-x-6 gap-y-2 border-b border-hair bg-bg px-4 py-2.5">
      <p className="m-0 text-13">
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
    </div>
  );
}
