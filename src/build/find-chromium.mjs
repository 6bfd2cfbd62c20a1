import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Where systems keep a Chromium that a script can drive. */
const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/lib/chromium/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser Playwright downloaded for itself, once the packages are installed. */
function playwrightsOwn() {
  try {
    const playwright = /** @type {typeof import('playwright')} */ (createRequire(import.meta.url)('playwright'));
    return playwright.chromium.executablePath();
  } catch {
    return undefined;
  }
}

/**
 * Path of a Chromium to test with: `CHROMIUM_PATH`, then the system's, then Playwright's own; undefined when there is none.
 * A `CHROMIUM_PATH` that leads nowhere throws, because whoever set it meant it.
 *
 * @param {Readonly<Record<string, string | undefined>>} [environment]
 * @param {(path: string) => boolean} [exists]
 * @returns {string | undefined}
 */
export function findChromium(environment = process.env, exists = existsSync) {
  const asked = environment['CHROMIUM_PATH'];
  if (asked !== undefined && asked !== '') {
    if (exists(asked)) return asked;
    throw new Error(`CHROMIUM_PATH is ${asked}, but there is no file of that name.`);
  }
  const usual = USUAL_PLACES.find(exists);
  if (usual !== undefined) return usual;
  const own = playwrightsOwn();
  return own !== undefined && exists(own) ? own : undefined;
}

/** Root may not use the browser's own sandbox, and a machine for tests has no screen. */
export const CHROMIUM_FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
