import { useTranslation } from 'react-i18next';
import { useCursor, useSeek } from './session.tsx';

/** The number of a step, as a way to it. */
export function StepLink({ step }: { readonly step: number }) {
  const { t } = useTranslation('inspector');
  const seek = useSeek();
  const here = useCursor() === step;
  return (
    <button
      type="button"
      aria-current={here ? 'step' : undefined}
      className={`num h-6 flex-none rounded-s px-1.5 text-12 font-medium whitespace-nowrap hover:bg-sunk ${here ? 'bg-accent-soft text-accent-text' : 'text-muted'}`}
      title={t('code.goTo', { step })}
      onClick={() => {
        seek(step);
      }}
    >
      {t('code.step', { step })}
    </button>
  );
}
