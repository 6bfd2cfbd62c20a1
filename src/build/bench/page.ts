import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { printPlanEntry } from '#sim/scenario/plan-line.ts';
import type { RunEntry } from '#sim/scenario/plan.ts';
import { CHROMIUM_FLAGS, findChromium } from '../find-chromium.mjs';
import { STORY } from './story.ts';

export const READY_WITHIN_MS = 300_000;

export async function launch(): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({ args: [...CHROMIUM_FLAGS], ...(executablePath === undefined ? {} : { executablePath }) });
}

/** A page that has never been anywhere: nothing is cached, nothing compiled. */
export async function freshPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  return context.newPage();
}

/** Address of the story with so many orders more than its own, a second apart. */
export function storyWith(orders: number): string {
  const entry: RunEntry = {
    kind: 'run',
    id: null,
    command: 'A-BOOK2',
    with: { id: "='P-' + string(n)" },
    instance: null,
    repeat: orders,
    everyMs: 1_000,
    when: { kind: 'time', atMs: 1_000 },
  };
  return `#/play/${STORY}?v=1&plan=${encodeURIComponent(printPlanEntry(entry))}`;
}

export async function untilReady(page: Page): Promise<void> {
  const status = page.getByRole('status', { name: 'Run', exact: true });
  await status.filter({ hasText: /^Ready$/ }).waitFor({ state: 'attached', timeout: READY_WITHIN_MS });
}

export const scrubberOf = (page: Page) => page.getByRole('slider', { name: 'Step', exact: true });

export async function scriptSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0;
}

/** Memory of the process that draws the page and runs its workers, in MB: what the system says is resident. */
export async function rendererMegabytes(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => residentKilobytes(id));
  return Math.max(...renderers) / 1024;
}

function residentKilobytes(pid: number): number {
  if (process.platform === 'linux') {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
  }
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).trim());
}
