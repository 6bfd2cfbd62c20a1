import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: ['src/main.tsx', 'src/cli/main.ts', 'src/build/*.{ts,mjs}', 'src/**/*.worker.ts'],
  project: ['src/**/*.{ts,tsx,mjs}', 'e2e/**/*.ts'],
  ignoreExportsUsedInFile: true,
  // The stylesheet imports Tailwind, and Vitest drives Chromium through Playwright: neither is an import that can be followed.
  ignoreDependencies: ['tailwindcss', 'playwright'],
};

export default config;
