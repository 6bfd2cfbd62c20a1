import { useTranslation } from 'react-i18next';
import type { Lesson } from '#sim/lessons/lesson.ts';
import { DEFAULT_SEED } from '#sim/scenario/run-spec.ts';
import type { RunRequest } from '../session/run-state.ts';
import { useRun, useSession } from '../session/session.tsx';
import { InlineCode } from '../ui/InlineCode.tsx';

/** What the lesson asked when it proposed this very design; null when the reader came here alone. */
function proposal(lesson: Lesson | null, { choices, entries }: RunRequest): string | null {
  if (entries.length > 0) return null;
  const wanted = JSON.stringify(Object.entries(choices).sort());
  const found = lesson?.beats.find(
    ({ try: one }) => one !== null && JSON.stringify(Object.entries(one.choices).sort()) === wanted,
  );
  return found?.try?.ask ?? null;
}

/** A run of the reader's own: nothing is asked here, and the lesson's words stay with the lesson's run. */
export function SandboxNote() {
  const { t } = useTranslation('lessons');
  const { source } = useSession();
  const request = useRun((run) => run.request);
  const goTo = useRun((run) => run.goTo);
  const asked = proposal(source.lesson, request);
  return (
    <div>
      <p className="kick">{t('sandbox')}</p>
      <h2 className="mt-0.5 text-18 tracking-[-.015em]">
        <InlineCode text={asked ?? t('sandboxTitle')} />
      </h2>
      <p className="mt-1 text-13 text-muted">{t('sandboxBody')}</p>
      {source.lesson !== null && (
        <button
          type="button"
          className="btn btn-link mt-1"
          onClick={() => {
            goTo({ choices: {}, caseId: request.caseId, seed: DEFAULT_SEED, entries: [] }, 0);
          }}
        >
          {t('backToLesson')}
        </button>
      )}
    </div>
  );
}
