import { useTranslation } from 'react-i18next';
import type { PlacedBeat } from '#sim/lessons/lesson.ts';
import { DEFAULT_SEED } from '#sim/scenario/run-spec.ts';
import { useRun } from '../session/session.tsx';
import { Icon } from '../ui/Icon.tsx';
import { InlineCode } from '../ui/InlineCode.tsx';
import { useLessonLanguage } from './use-lesson-language.ts';

/** Other runs the lesson proposes: a named case, or the same story with another design. */
export function TryLinks({ beats }: { readonly beats: readonly PlacedBeat[] }) {
  const { t } = useTranslation('lessons');
  const goTo = useRun((run) => run.goTo);
  const language = useLessonLanguage();
  const tries = beats.flatMap(({ beat, index }) => (beat.try === null ? [] : [{ ...beat.try, index }]));
  if (tries.length === 0) return null;
  return (
    <section aria-labelledby="tries">
      <h3 id="tries" className="kick mt-1 mb-1">
        {t('try')}
      </h3>
      <ul lang={language} className="flex flex-col gap-1">
        {tries.map(({ index, case: caseId, choices, ask }) => (
          <li key={index}>
            <button
              type="button"
              className="flex min-h-9 w-full items-center gap-2 rounded border border-rule bg-raise px-2.5 py-1.5 text-left text-13 hover:bg-sunk"
              onClick={() => {
                goTo({ choices, caseId, seed: DEFAULT_SEED, entries: [] }, 0);
              }}
            >
              <Icon name="right" className="text-accent-text" />
              <span>
                <InlineCode text={ask} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
