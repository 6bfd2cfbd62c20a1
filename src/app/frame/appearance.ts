import { type Settings, settingsStore } from '../stores/settings.ts';

const moreContrast = (): MediaQueryList => window.matchMedia('(prefers-contrast: more)');

function show({ theme, motion, language }: Settings): void {
  const page = document.documentElement;
  const shown = theme === 'system' && moreContrast().matches ? 'contrast' : theme;
  if (shown === 'system') delete page.dataset['theme'];
  else page.dataset['theme'] = shown;
  page.dataset['motion'] = motion;
  page.lang = language;
}

/** Keeps the theme, the motion and the language of the page as the reader wants them. */
export function keepAppearance(): void {
  show(settingsStore.getState());
  settingsStore.subscribe(show);
  moreContrast().addEventListener('change', () => {
    show(settingsStore.getState());
  });
}

/** Whether things may travel across the screen: the reader's own word, else the system's. */
export function mayMove(): boolean {
  const { motion } = settingsStore.getState();
  if (motion !== 'system') return motion === 'full';
  return !window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
