import { useTranslation } from 'react-i18next';
import { InlineCode } from '../ui/InlineCode.tsx';
import { useLessonLanguage } from './use-lesson-language.ts';

/** At most three lines to take along. */
export function Takeaways({ lines }: { readonly lines: readonly string[] }) {
  const { t } = useTranslation('lessons');
  const language = useLessonLanguage();
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="takeaways" className="rounded-l border border-ok-line bg-ok-soft p-3">
      <h3 id="takeaways" className="text-13 text-ok-text">
        {t('takeaways')}
      </h3>
      <ul lang={language} className="mt-1 flex list-disc flex-col gap-1 pl-4 text-14">
        {lines.map((line) => (
          <li key={line}>
            <InlineCode text={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}
