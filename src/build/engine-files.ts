import type { Plugin } from 'vite';
import { cachedTemplate } from '../engines/postgres/template-cache.ts';

const TEMPLATE = 'virtual:postgres-template?url';

/** Parts of mingo that the document engine asks for when it starts; found only then, they would reload the page under it. */
const MINGO = ['aggregator', 'core', 'query', 'updater'].concat(
  ['accumulator', 'expression', 'pipeline', 'projection', 'query'].map((kind) => `operators/${kind}`),
);

/**
 * What the engines need of the build: the address of the data directory that every Postgres in the page starts from,
 * made first where it is not there yet, and their packages made ready before a development server is asked for them.
 */
export function engineFilesPlugin(): Plugin {
  return {
    name: 'sagascope-engine-files',
    enforce: 'pre',
    config: () => ({
      optimizeDeps: {
        exclude: ['@electric-sql/pglite'],
        include: ['lokijs', 'sql.js', ...MINGO.map((part) => `mingo/${part}`)],
      },
    }),
    async resolveId(id) {
      return id === TEMPLATE ? `${await cachedTemplate()}?url` : null;
    },
  };
}
