import { defineConfig } from 'vite';
import { pagePlugins } from './src/build/page-plugins.ts';

/** Worker code gets a folder of its own, so that the size budget can tell what a run costs from what the page costs. */
const workerNames = {
  entryFileNames: 'assets/worker/[name]-[hash].js',
  chunkFileNames: 'assets/worker/[name]-[hash].js',
};

/** Known, and nothing a build has to tell each time: PGlite's own `eval`, and how long plugins take. */
const checks = { eval: false, pluginTimings: false };

export default defineConfig({
  base: './',
  plugins: pagePlugins(),
  worker: { format: 'es', plugins: pagePlugins, rolldownOptions: { output: workerNames, checks } },
  optimizeDeps: {
    exclude: ['@electric-sql/pglite'],
    include: ['@marcbachmann/cel-js', 'lokijs', 'mingo', 'mingo/updater', 'sql.js'],
  },
  build: {
    target: 'es2022',
    /* `light-dark()` as it is written: rewritten for older browsers it would not follow a theme set on a part of the page. */
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    manifest: true,
    chunkSizeWarningLimit: 900,
    rolldownOptions: { checks },
  },
});
