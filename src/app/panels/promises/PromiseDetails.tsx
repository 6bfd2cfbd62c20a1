import { useTranslation } from 'react-i18next';
import { StepLink } from '../../session/StepLink.tsx';
import { milliseconds } from '../../ui/figures.ts';
import { JsonTree } from '../../ui/JsonTree.tsx';
import type { PromiseLine } from './promise-lines.ts';
import { usePromiseWords } from './use-promise-words.ts';

/** Why a promise stands as it does: its whole sentence, when it is judged, and the rows that show it. */
export function PromiseDetails({ line }: { readonly line: PromiseLine }) {
  const { t } = useTranslation('player');
  const { promise, verdict, brokenAt, state } = line;
  const words = usePromiseWords(promise);
  const evidence = verdict?.evidence ?? null;
  return (
    <div role="status" className="mt-1.5 max-h-40 overflow-y-auto border-t border-hair pt-1.5 text-13">
      <p className="m-0 font-medium">{words.says}</p>
      <p className="m-0 flex flex-wrap items-center gap-1 text-muted">
        {brokenAt !== null && (
          <>
            <span className="font-medium text-fail-text">{t('promises.brokenAt', { step: brokenAt })}</span>
            <StepLink step={brokenAt} />
          </>
        )}
        {state === 'not-yet' && t(verdict?.answer === 'would-break' ? 'promises.wouldBreak' : 'promises.notJudged')}{' '}
        {state === 'not-yet' && promise.when.kind === 'at-rest' && t('promises.atRest')}
        {state === 'not-yet' &&
          verdict !== null &&
          verdict.until !== null &&
          t('promises.until', { time: milliseconds(verdict.until) })}
      </p>
      {evidence !== null && (
        <div className="mt-1">
          <p className="kick m-0">{t('promises.evidence')}</p>
          <JsonTree value={evidence} open={1} />
        </div>
      )}
    </div>
  );
}
