import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { PluginOption } from 'vite';
import { engineFilesPlugin } from './engine-files.ts';
import { scenarioPlugin } from './scenario-plugin.ts';

/** What turns the sources into the page: the same for the build, the development server and the tests. */
export function pagePlugins(): PluginOption[] {
  return [react(), tailwindcss(), scenarioPlugin(), engineFilesPlugin()];
}
