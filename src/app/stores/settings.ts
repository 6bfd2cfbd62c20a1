import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { isRecord, keep, readKept } from './browser-store.ts';

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];
export const MOTIONS = ['system', 'full', 'reduced'] as const;
export type Motion = (typeof MOTIONS)[number];

export interface Choices {
  readonly theme: Theme;
  readonly language: Language;
  readonly motion: Motion;
  /** Whether single keys do something (WCAG 2.1.4). Keys with Ctrl or Cmd always do. */
  readonly singleKeys: boolean;
  /** Whether steps are spoken as they are reached. */
  readonly announcements: boolean;
}

export interface Settings extends Choices {
  readonly change: (choices: Partial<Choices>) => void;
}

const KEY = 'sagascope.settings';

const oneOf = <Value extends string>(known: readonly Value[], value: unknown, otherwise: Value): Value =>
  known.find((one) => one === value) ?? otherwise;

/** The reader's own choices out of whatever was kept; what is missing or unknown takes its default. */
export function settingsFrom(kept: Readonly<Record<string, unknown>>, browserLanguage: string): Choices {
  return {
    theme: oneOf(THEMES, kept['theme'], 'system'),
    language: oneOf(LANGUAGES, kept['language'] ?? browserLanguage.slice(0, 2), 'en'),
    motion: oneOf(MOTIONS, kept['motion'], 'system'),
    singleKeys: kept['singleKeys'] !== false,
    announcements: kept['announcements'] !== false,
  };
}

/** Node, where the tests run, has no navigator before version 21. */
const browserLanguage = 'navigator' in globalThis ? navigator.language : 'en';

export const settingsStore = createStore<Settings>()((set, get) => ({
  ...settingsFrom(readKept(KEY, isRecord) ?? {}, browserLanguage),
  change: (choices) => {
    set(choices);
    const { theme, language, motion, singleKeys, announcements } = get();
    keep(KEY, { theme, language, motion, singleKeys, announcements });
  },
}));

export function useSettings<Slice>(select: (settings: Settings) => Slice): Slice {
  return useStore(settingsStore, select);
}
