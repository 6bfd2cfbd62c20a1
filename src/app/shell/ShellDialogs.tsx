import { lazy, Suspense, useEffect, useState } from 'react';
import { CARDS } from '../catalogue/catalogue.ts';
import { useCommand } from '../commands/use-command.ts';
import { fetchWords } from '../i18n/words.ts';
import { LANGUAGES, type Settings, settingsStore, THEMES } from '../stores/settings.ts';
import { navigate } from '../frame/address.ts';

const SettingsDialog = lazy(async () => ({ default: (await import('./SettingsDialog.tsx')).SettingsDialog }));
const ShortcutSheet = lazy(async () => ({ default: (await import('../commands/ShortcutSheet.tsx')).ShortcutSheet }));
const loadPalette = () => import('../commands/CommandPalette.tsx');
const CommandPalette = lazy(async () => ({ default: (await loadPalette()).CommandPalette }));

type Open = 'settings' | 'shortcuts' | 'palette' | null;

/** Where the palette can take one: every scenario by its question. */
const PLACES = CARDS.map(({ id, question }) => ({
  id: `scenario:${id}`,
  label: question,
  run: () => {
    navigate(`#/play/${id}`);
  },
}));

/** The next of a few, and after the last the first. */
function after<Value>(all: readonly Value[], now: Value): Value {
  return all[(all.indexOf(now) + 1) % all.length] ?? now;
}

function change(choose: (settings: Settings) => Partial<Settings>): void {
  const settings = settingsStore.getState();
  settings.change(choose(settings));
}

/** One types on at once after the palette's key, so it must not be on its way by then. */
function fetchPaletteEarly(): void {
  const fetch = () => void Promise.all([loadPalette(), fetchWords('shortcuts')]).catch(() => undefined);
  if ('requestIdleCallback' in window) window.requestIdleCallback(fetch);
  else setTimeout(fetch, 2_000);
}

/** What every screen can open over itself, and the commands that do it. Loaded when first asked for. */
export function ShellDialogs() {
  const [open, setOpen] = useState<Open>(null);
  const close = () => {
    setOpen(null);
  };
  useEffect(fetchPaletteEarly, []);
  useCommand({ id: 'settings', run: () => setOpen('settings') });
  useCommand({ id: 'shortcuts', run: () => setOpen('shortcuts') });
  useCommand({ id: 'palette', run: () => setOpen(open === 'palette' ? null : 'palette') });
  useCommand({ id: 'home', run: () => navigate('#/') });
  useCommand({ id: 'theme', run: () => change(({ theme }) => ({ theme: after(THEMES, theme) })) });
  useCommand({ id: 'language', run: () => change(({ language }) => ({ language: after(LANGUAGES, language) })) });
  return (
    <Suspense>
      {open === 'settings' && <SettingsDialog onClose={close} />}
      {open === 'shortcuts' && <ShortcutSheet onClose={close} />}
      {open === 'palette' && <CommandPalette places={PLACES} onClose={close} />}
    </Suspense>
  );
}
