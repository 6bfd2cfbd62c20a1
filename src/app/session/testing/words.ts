import i18next from 'i18next';
import { startWords } from '../../i18n/words.ts';
import type { NamespaceName } from '../../i18n/namespaces.ts';

/** The page's words, with the groups a test will ask for already there. */
export async function wordsFor(language: 'en' | 'de', groups: readonly NamespaceName[]): Promise<void> {
  await startWords(language);
  await i18next.loadNamespaces(groups);
}
