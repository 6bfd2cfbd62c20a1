import type { Browser, Page } from '@playwright/test';
import type { StaticSite } from '../static-server.ts';
import { median, quantile } from './figures.ts';
import { freshPage, rendererMegabytes, scriptSeconds, scrubberOf, storyWith, untilReady } from './page.ts';
import { inMs, inRatio, type Section } from './report.ts';
import { STORY } from './story.ts';

const JUMPS = 1_000;
const JUMP_MS_AT_MOST = 16;
/** About 32 steps an order. */
const ORDERS_FOR_10_000_STEPS = 320;
const MEGABYTES_AT_MOST = 1_024;
const SHELL_MS_AT_MOST = 1_000;
const OPENING_RATIO_AT_MOST = 1.5;
const OPENINGS = 5;

/** A sequence of cursors that is the same every time: a full-period generator, spread over the trace. */
function cursors(count: number, last: number): readonly number[] {
  let state = 12_345;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state % (last + 1);
  });
}

async function scrubbing(browser: Browser, site: StaticSite): Promise<Section> {
  const page = await freshPage(browser);
  await page.goto(`${site.address}${storyWith(ORDERS_FOR_10_000_STEPS)}`);
  await untilReady(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const scrubber = scrubberOf(page);
  const last = Number(await scrubber.getAttribute('max'));
  const jumps: number[] = [];
  let before = await scriptSeconds(session);
  for (const cursor of cursors(JUMPS, last)) {
    await scrubber.evaluate(jumpTo, cursor);
    const after = await scriptSeconds(session);
    jumps.push((after - before) * 1000);
    before = after;
  }
  await page.context().close();
  const p95 = quantile(jumps, 0.95);
  return {
    title: 'Scrubbing',
    method: `${String(JUMPS)} random jumps of the slider in a trace of ${String(last)} steps; script time of the page's main thread for each, until the second frame after it.`,
    findings: [
      {
        what: 'script per jump, 95th percentile',
        measured: inMs(p95),
        promised: `at most ${String(JUMP_MS_AT_MOST)} ms`,
        isKept: p95 <= JUMP_MS_AT_MOST,
      },
    ],
    figures: [`- median ${inMs(median(jumps))}, longest ${inMs(Math.max(...jumps))}`],
  };
}

/** Runs in the page: moves the slider as a reader does, and waits until the page has drawn. */
async function jumpTo(slider: Element, cursor: number): Promise<void> {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(slider, String(cursor));
  slider.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

async function memory(browser: Browser, site: StaticSite): Promise<Section> {
  const page = await freshPage(browser);
  await page.goto(`${site.address}${storyWith(999)}`);
  await untilReady(page);
  const megabytes = await rendererMegabytes(browser);
  const steps = await scrubberOf(page).getAttribute('max');
  await page.context().close();
  return {
    title: 'Memory',
    method: `The story with 1,000 orders in the page, ${steps ?? '?'} steps; resident memory of the page's process, workers included, when the run is ready.`,
    findings: [
      {
        what: 'the page with 1,000 orders',
        measured: `${megabytes.toFixed(0)} MB`,
        promised: `at most ${String(MEGABYTES_AT_MOST)} MB`,
        isKept: megabytes <= MEGABYTES_AT_MOST,
      },
    ],
    figures: [],
  };
}

const sincePageStarted = (page: Page): Promise<number> => page.evaluate(() => performance.now());

/** Runs in the page: when something was first painted, in ms since the page was asked for, however late the browser tells. */
function firstPaint(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const paint = list.getEntriesByName('first-contentful-paint')[0];
      if (paint !== undefined) resolve(paint.startTime);
    }).observe({ type: 'paint', buffered: true });
  });
}

async function paintedMs(browser: Browser, site: StaticSite): Promise<number> {
  const page = await freshPage(browser);
  await page.goto(site.address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const paint = await page.evaluate(firstPaint);
  await page.context().close();
  return paint;
}

/** From the address of the story to its first step on show. */
async function firstStepMs(browser: Browser, site: StaticSite): Promise<number> {
  const page = await freshPage(browser);
  await page.goto(`${site.address}#/play/${STORY}?v=1`);
  await page.waitForFunction(
    () => Number(document.querySelector<HTMLInputElement>('input[type=range]')?.max ?? 0) > 0,
    null,
    {
      polling: 10,
    },
  );
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('input[type=range]')?.value === '1', null, {
    polling: 10,
  });
  const ms = await sincePageStarted(page);
  await page.context().close();
  return ms;
}

/** From the address of a page that does nothing else to its three engines started. */
async function bareEnginesMs(browser: Browser, bare: StaticSite): Promise<number> {
  const page = await freshPage(browser);
  await page.goto(bare.address);
  await page.locator('html[data-engines=started]').waitFor({ state: 'attached', timeout: 60_000 });
  const ms = await sincePageStarted(page);
  await page.context().close();
  return ms;
}

async function opening(browser: Browser, site: StaticSite, bare: StaticSite): Promise<Section> {
  const shell: number[] = [];
  const ratios: number[] = [];
  const first: number[] = [];
  const engines: number[] = [];
  for (let round = 0; round < OPENINGS; round++) {
    shell.push(await paintedMs(browser, site));
    const [story, bareMs] = [await firstStepMs(browser, site), await bareEnginesMs(browser, bare)];
    first.push(story);
    engines.push(bareMs);
    ratios.push(story / bareMs);
  }
  return {
    title: 'Opening',
    method: `${String(OPENINGS)} cold profiles, the built site on loopback. A bare page loads and starts the same three engines in a worker and does nothing else.`,
    findings: [
      {
        what: 'shell painted, median',
        measured: inMs(median(shell)),
        promised: `within ${String(SHELL_MS_AT_MOST)} ms`,
        isKept: median(shell) <= SHELL_MS_AT_MOST,
      },
      {
        what: 'first step of the story / bare start of its engines, median of pairs',
        measured: inRatio(median(ratios)),
        promised: `at most ${String(OPENING_RATIO_AT_MOST)}`,
        isKept: median(ratios) <= OPENING_RATIO_AT_MOST,
      },
    ],
    figures: [`- first step ${inMs(median(first))}, bare engines ${inMs(median(engines))}, medians`],
  };
}

/** Measures the built page in a real Chromium. `bare` is a page that only starts the engines. */
export async function sectionsInChromium(
  browser: Browser,
  site: StaticSite,
  bare: StaticSite,
): Promise<readonly Section[]> {
  return [await opening(browser, site, bare), await scrubbing(browser, site), await memory(browser, site)];
}
