import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './app/ui/app.css';
import { listenToKeys } from './app/commands/hotkeys.ts';
import { changeLanguage, startWords } from './app/i18n/words.ts';
import { keepAppearance } from './app/frame/appearance.ts';
import { App } from './app/shell/App.tsx';
import { warmUpFor } from './app/shell/page-host.ts';
import { settingsStore } from './app/stores/settings.ts';
import { invariant } from '#sim/model/invariant.ts';

const place = document.getElementById('root');
invariant(place !== null, 'the page has a place for the application');

warmUpFor(window.location.hash);
keepAppearance();
listenToKeys(window);
settingsStore.subscribe(({ language }, { language: before }) => {
  if (language !== before) void changeLanguage(language);
});
await startWords(settingsStore.getState().language);
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
