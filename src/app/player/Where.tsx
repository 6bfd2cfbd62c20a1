import { useTranslation } from 'react-i18next';
import { useCursor, useRun, useStep } from '../session/session.tsx';
import { milliseconds, spaced } from '../ui/figures.ts';

/** Step k of n, and the virtual time there. */
export function Where() {
  const { t } = useTranslation('player');
  const cursor = useCursor();
  const count = useRun((run) => run.count);
  const complete = useRun((run) => run.end !== null);
  const step = useStep();
  const time = milliseconds(step?.at ?? 0);
  return (
    <p className="num m-0 flex-none text-13 whitespace-nowrap">
      <b className="text-15">{t('transport.step', { step: spaced(cursor) })}</b>{' '}
      {count > 0 && t(complete ? 'transport.of' : 'transport.ofMore', { all: spaced(count) })}
      <span className="block text-12 text-muted">
        {t(step?.kind === 'run.rested' ? 'transport.rest' : 'transport.time', { time })}
      </span>
    </p>
  );
}
