import { useTranslation } from 'react-i18next';
import { StepLink } from '../session/StepLink.tsx';
import { useRun, useStep } from '../session/session.tsx';
import { useDescribe } from '../session/sentences/use-say.ts';
import { InlineCode } from '../ui/InlineCode.tsx';

/** The step at the cursor in one sentence, and the step that made it happen. */
export function StepNow() {
  const { t } = useTranslation('lessons');
  const step = useStep();
  const describe = useDescribe();
  const steps = useRun((run) => run.trace.steps);
  if (step === null) {
    return <p className="rounded bg-sunk px-2.5 py-1.5 text-13 text-muted">{t('opening')}</p>;
  }
  const cause = step.cause === null ? null : steps[step.cause - 1];
  return (
    <div className="grid grid-cols-[auto_1fr] gap-x-2 gap-y-0.5 rounded bg-accent-soft px-2.5 py-1.5 text-13">
      <b className="num whitespace-nowrap text-accent-text">{t('step', { step: step.number })}</b>
      <p>
        <InlineCode text={describe(step)} />
      </p>
      {cause !== null && cause !== undefined && (
        <p className="col-start-2 flex flex-wrap items-center gap-x-1 text-12 text-muted">
          {t('because')} <StepLink step={cause.number} />
        </p>
      )}
    </div>
  );
}
