import type { Lesson } from '#sim/lessons/lesson.ts';
import { useRun } from '../session/session.tsx';
import { InlineCode } from '../ui/InlineCode.tsx';
import { useLessonLanguage } from './use-lesson-language.ts';

/** What can be told before the run is known: the question, what it is for, and how the lesson begins. */
export function BeforeTheRun({ lesson }: { readonly lesson: Lesson | null }) {
  const { question, objective, caseId, cases } = useRun((run) => run.scenario);
  const opening = lesson?.beats.find(({ at, case: one, say }) => at.kind === 'start' && one === caseId && say !== null);
  const says = caseId === null ? null : (cases[caseId]?.says ?? null);
  return (
    <div lang={useLessonLanguage()}>
      <h2 className="text-18 tracking-[-.015em]">
        <InlineCode text={says ?? question} />
      </h2>
      <p className="mt-1 text-14 text-ink-2">
        <InlineCode text={opening?.say ?? objective} />
      </p>
    </div>
  );
}
