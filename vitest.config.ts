import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_FLAGS, findChromium } from './src/build/find-chromium.mjs';
import { pagePlugins } from './src/build/page-plugins.ts';

const chromium = findChromium();

const IN_BROWSER = 'src/**/*.browser.test.ts';
/** Whole runs by the dozen and files by the thousand: part of `npm test`, not of `npm run check`. */
const LONG = 'src/**/*.long.test.{ts,tsx}';
const OF_THE_PAGE = 'src/app/**/*.test.{ts,tsx}';

const limits = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  plugins: pagePlugins(),
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts'],
          exclude: [IN_BROWSER, LONG, OF_THE_PAGE],
          // Files of one worker share its modules, and so its engines: starting those is what costs.
          pool: 'threads',
          isolate: false,
          ...limits,
        },
      },
      {
        extends: true,
        test: { name: 'page', include: [OF_THE_PAGE], exclude: [IN_BROWSER, LONG], pool: 'threads', ...limits },
      },
      { extends: true, test: { name: 'long', include: [LONG], ...limits } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: [IN_BROWSER],
          ...limits,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { args: CHROMIUM_FLAGS, ...(chromium === undefined ? {} : { executablePath: chromium }) },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
