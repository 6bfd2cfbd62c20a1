import { type Settings, settingsStore } from '../stores/settings.ts';

function show({ theme, motion, language }: Settings): void {
  const page = document.documentElement;
  if (theme === 'system') delete page.dataset['theme'];
  else page.dataset['theme'] = theme;
  page.dataset['motion'] = motion;
  page.lang = language;
}

/** Keeps the theme, the motion and the language of the page as the reader wants them. */
export function keepAppearance(): void {
  show(settingsStore.getState());
  settingsStore.subscribe(show);
}

/** Whether things may travel across the screen: the reader's own word, else the system's. */
export function mayMove(): boolean {
  const { motion } = settingsStore.getState();
  if (motion !== 'system') return motion === 'full';
  return !window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
