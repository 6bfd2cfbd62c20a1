import { expect } from '@playwright/test';
import { Reader } from './reader.ts';
import { testOnSite } from './site.ts';

interface Journey {
  readonly reader: Reader;
  /** Addresses outside the site that the page asked for. Whatever the journey, there must be none. */
  readonly strangers: readonly string[];
  /** What the page threw and nobody caught. There must be none either. */
  readonly uncaught: readonly string[];
}

/** Data that a page makes for itself has no host. */
const isHomemade = (url: string): boolean => /^(data|blob):/.test(url);

export const test = testOnSite.extend<Journey>({
  reader: ({ page }, use) => use(new Reader(page)),
  strangers: [
    async ({ context, site }, use) => {
      const strangers: string[] = [];
      context.on('request', (request) => {
        const url = request.url();
        if (!isHomemade(url) && !url.startsWith(site.address)) strangers.push(url);
      });
      await use(strangers);
      expect(strangers, 'the page talks to its own host alone').toEqual([]);
    },
    { auto: true },
  ],
  uncaught: [
    async ({ page }, use) => {
      const uncaught: string[] = [];
      page.on('pageerror', ({ message }) => uncaught.push(message));
      await use(uncaught);
      expect(uncaught, 'nothing is thrown that nobody catches').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
