import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunProblem } from '#host/run-host.ts';
import type { EngineKind } from '#sim/kernel/engine-port.ts';
import { useRun } from '../session/session.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { LoadBar } from './LoadBar.tsx';
import { diagnosticsText } from './diagnostics-text.ts';

/** What stands between the reader and the run: engines that are loading, or a problem with its ways out. Nothing when all is well. */
export function RunBanner() {
  const status = useRun((run) => run.status);
  const mended = useRun((run) => run.mended);
  const start = useRun((run) => run.start);
  const { t } = useTranslation('player');
  if (status.kind === 'loading') return <LoadBar engines={status.engines} />;
  if (status.kind === 'problem') return <ProblemBanner problem={status.problem} />;
  if (status.kind === 'sketch') {
    return (
      <Strip>
        <Banner
          tone="plain"
          icon="play"
          title={t('load.notComputed')}
          actions={
            <Button size="small" tone="primary" onPress={start}>
              {t('load.compute')}
            </Button>
          }
        />
      </Strip>
    );
  }
  return mended === null ? null : <MendedBanner problem={mended} />;
}

function Strip({ children }: { readonly children: ReactNode }) {
  return <div className="flex-none border-b border-hair bg-bg px-4 py-2">{children}</div>;
}

function ProblemBanner({ problem }: { readonly problem: RunProblem }) {
  const { t } = useTranslation('player');
  const retry = useRun((run) => run.retry);
  const title = useProblemTitle(problem);
  return (
    <Strip>
      <Banner
        tone="fail"
        role="alert"
        title={title}
        actions={
          <>
            {problem.kind !== 'scenario' && (
              <Button size="small" tone="primary" icon="undo" onPress={retry}>
                {t('problem.retry')}
              </Button>
            )}
            <CopyDiagnostics problem={problem} />
          </>
        }
      >
        <p className="m-0 wrap-anywhere">{problem.detail}</p>
        {problem.kind !== 'scenario' && <p className="m-0">{t('problem.same')}</p>}
      </Banner>
    </Strip>
  );
}

function MendedBanner({ problem }: { readonly problem: RunProblem }) {
  const { t } = useTranslation('player');
  const dismiss = useRun((run) => run.dismissMended);
  const title = useProblemTitle(problem);
  return (
    <Strip>
      <Banner
        tone="ok"
        role="status"
        title={title}
        actions={
          <Button size="small" onPress={dismiss}>
            {t('problem.dismiss')}
          </Button>
        }
      >
        {t('problem.mended')}
      </Banner>
    </Strip>
  );
}

const ENGINES: readonly EngineKind[] = ['postgres', 'sqlite', 'document', 'memory'];

/** What happened, with an engine by the name the reader knows it by. */
function useProblemTitle({ kind, what, step }: RunProblem): string {
  const { t } = useTranslation('player');
  const engine = ENGINES.find((one) => one === what);
  return t(`problem.${kind}`, { what: engine === undefined ? what : t(`engine.${engine}`), step });
}

function CopyDiagnostics({ problem }: { readonly problem: RunProblem }) {
  const { t } = useTranslation('player');
  const request = useRun((run) => run.request);
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed' | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(diagnosticsText(problem, request, window.location.href));
      setOutcome('copied');
    } catch {
      setOutcome('copyFailed');
    }
  };
  return (
    <Button size="small" icon="copy" onPress={() => void copy()}>
      {t(`problem.${outcome ?? 'copy'}`)}
    </Button>
  );
}
