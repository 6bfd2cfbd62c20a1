import { useTranslation } from 'react-i18next';
import { languageOf } from '../catalogue/catalogue.ts';
import { useSession } from '../session/session.tsx';

/** The language of the lesson's words where it is not the page's, so that a screen reader says them as they are meant. */
export function useLessonLanguage(): string | undefined {
  const { i18n } = useTranslation();
  const { lesson } = useSession().source;
  const language = lesson === null ? undefined : languageOf(lesson);
  return language === i18n.language ? undefined : language;
}
