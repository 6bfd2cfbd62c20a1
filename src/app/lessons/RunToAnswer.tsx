import { useTranslation } from 'react-i18next';
import type { PlacedBeat } from '#sim/lessons/lesson.ts';
import { useRun, useSeek } from '../session/session.tsx';
import { Icon } from '../ui/Icon.tsx';

interface RunToAnswerProps {
  readonly placed: PlacedBeat;
  /** The step where the run answers; null when it is another run that does, or none. */
  readonly answerAt: number | null;
}

/** From a locked choice to the step where the run answers. */
export function RunToAnswer({ placed, answerAt }: RunToAnswerProps) {
  const { t } = useTranslation('lessons');
  const seek = useSeek();
  const openCase = useRun((run) => run.openCase);
  const elsewhere = placed.beat.predict?.in ?? null;
  if (answerAt === null && elsewhere === null) return <p className="mt-2 text-13 text-muted">{t('undecided')}</p>;
  return (
    <p className="mt-2 flex flex-wrap items-center gap-2">
      <button
        type="button"
        className="btn btn-primary"
        onClick={() => {
          if (answerAt !== null) seek(answerAt);
          else openCase(elsewhere);
        }}
      >
        <Icon name="last" />
        {t('runToAnswer')}
      </button>
      {answerAt !== null && <span className="num text-13 text-muted">{t('atStep', { step: answerAt })}</span>}
    </p>
  );
}
