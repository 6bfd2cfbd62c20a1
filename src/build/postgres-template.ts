import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { cachedTemplate } from '../engines/postgres/template-cache.ts';

const TEMPLATE = 'virtual:postgres-template?url';

/** The gzipped data directory that every Postgres in the page starts from. Built once for each version of PGlite. */
export async function buildPostgresTemplate(): Promise<Uint8Array> {
  return readFile(await cachedTemplate());
}

/** Gives the page the address of the template, and builds the template when it is not there yet. */
export function postgresTemplatePlugin(): Plugin {
  return {
    name: 'sagascope-postgres-template',
    enforce: 'pre',
    async resolveId(id) {
      return id === TEMPLATE ? `${await cachedTemplate()}?url` : null;
    },
  };
}
