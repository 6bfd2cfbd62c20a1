import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_FLAGS, findChromium } from './src/build/find-chromium.mjs';
import { pagePlugins } from './src/build/page-plugins.ts';

const chromium = findChromium();
const IN_BROWSER = 'src/**/*.browser.test.ts';
const LONG = 'src/**/*.long.test.ts';
const limits = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  plugins: pagePlugins(),
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['src/**/*.test.{ts,tsx}'], exclude: [IN_BROWSER, LONG], ...limits },
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
