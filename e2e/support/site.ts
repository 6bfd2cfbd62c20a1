import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { serveSite, type StaticSite } from '../../src/build/static-server.ts';

const DIST = join(import.meta.dirname, '..', '..', 'dist');

/** Any path will do; the site may not care. */
const PREFIX = '/some/sub/path/';

interface Site {
  readonly site: StaticSite;
}

/** The built page, served from a sub-path as a plain static host does it. Every test asks for `./`. */
export const testOnSite = base.extend<object, Site>({
  site: [
    async ({}, use) => {
      if (!existsSync(join(DIST, 'index.html'))) throw new Error('Build the page first: npm run build.');
      const site = await serveSite({ folder: DIST, prefix: PREFIX, port: 0 });
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  baseURL: ({ site }, use) => use(site.address),
});
