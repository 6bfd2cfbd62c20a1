import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  // Programs of their own, started by a script of package.json through another one.
  entry: [
    'src/build/{run-tests,licences,size-budget,serve,take-picture}.ts',
    'src/build/bench/bare/bare-page.ts',
    'src/**/*.worker.ts',
  ],
  project: ['src/**/*.{ts,tsx,mjs,css}', 'e2e/**/*.ts'],
  ignoreExportsUsedInFile: true,
  // The test run starts it by name.
  ignoreDependencies: ['prettier'],
};

export default config;
