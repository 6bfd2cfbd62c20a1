import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from './find-chromium.mjs';
import { serveSite } from './static-server.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PICTURE = join(ROOT, 'docs', 'player.png');

/** A moment that shows most at once: the event on its way, one database changed, the others not yet. */
const MOMENT = '#/play/ecommerce-order-created?v=1&at=16';

const SIZE = { width: 1440, height: 900 };
const READY_MS = 60_000;

/** Takes the picture of the built page that stands in the README. */
async function takePicture(): Promise<void> {
  const site = await serveSite({ folder: join(ROOT, 'dist'), prefix: '/', port: 0 });
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: CHROMIUM_FLAGS,
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  try {
    const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(site.address + MOMENT);
    const status = page.getByRole('status', { name: 'Run', exact: true });
    await status.filter({ hasText: 'Ready' }).waitFor({ state: 'attached', timeout: READY_MS });
    await page.evaluate(() => document.fonts.ready);
    await mkdir(join(ROOT, 'docs'), { recursive: true });
    await page.screenshot({ path: PICTURE, animations: 'disabled' });
  } finally {
    await browser.close();
    await site.close();
  }
}

await takePicture();
console.log(`The picture is in ${PICTURE}.`);
