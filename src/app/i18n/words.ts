import i18next, { type BackendModule, type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../stores/settings.ts';
import type { NamespaceName } from './namespaces.ts';
import { messages as gallery } from './en/gallery.ts';
import { messages as shell } from './en/shell.ts';

interface MessagesFile {
  readonly messages: ResourceKey;
}

const files = import.meta.glob<MessagesFile>(['./en/*.ts', './de/*.ts']);

/** Loads a group of words when it is first asked for, so that the first page carries only its own. */
const filesOfWords: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, namespace, callback) {
    const load = files[`./${language}/${namespace}.ts`];
    if (load === undefined) {
      callback(new Error(`no words for ${namespace} in ${language}`), null);
      return;
    }
    load().then(
      ({ messages }) => {
        callback(null, messages);
      },
      (reason: unknown) => {
        callback(reason instanceof Error ? reason : new Error(String(reason)), null);
      },
    );
  },
};

/** Starts the words in a language. Settles when the first page can be drawn in it; English is always there to fall back on. */
export async function startWords(language: Language): Promise<void> {
  await i18next
    .use(filesOfWords)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: 'en',
      supportedLngs: ['en', 'de'],
      ns: ['shell', 'gallery'],
      defaultNS: 'shell',
      resources: { en: { shell, gallery } },
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
    });
}

/** Fetches a group of words before it is asked for. */
export async function fetchWords(name: NamespaceName): Promise<void> {
  await i18next.loadNamespaces(name);
}

export async function changeLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
}
