import type { Route } from '@playwright/test';
import { expect, test } from './support/journey.ts';
import type { Reader } from './support/reader.ts';

const STORY = 'ecommerce-order-created';
const TABLES = {
  'Order Service': ['orders', 'outbox'],
  'Inventory Service': ['stock', 'movements', 'inbox'],
  'User Service': ['users', 'order_history'],
};

/** So many orders that the run is still being computed when something happens to it. */
const MANY_ORDERS = `run:A-BOOK2*300/1s(id="='O-X'+string(n)")@1s`;
const LONG_RUN = `?v=1&plan=${encodeURIComponent(MANY_ORDERS)}`;

/** What the run came to: every step that is listed, and every row at its end. */
async function outcome(reader: Reader): Promise<unknown> {
  await reader.button('To the last step').click();
  const rows = await reader.everyRow(TABLES);
  const log = await (await reader.look('Log')).innerText();
  return { steps: await reader.steps(), rows, log };
}

/** Answers a request for a file of the site with something else than the file. */
type Accident = (route: Route) => Promise<void>;

const ACCIDENTS: Readonly<Record<string, { readonly file: string; readonly happens: Accident }>> = {
  'its program is refused': {
    file: '**/pglite-*.wasm',
    happens: (route) => route.fulfill({ status: 403, body: 'no' }),
  },
  'a start page comes in its place': {
    file: '**/pglite-*.wasm',
    happens: (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Start</title>' }),
  },
  'its data directory is damaged on the way': {
    file: '**/postgres-template-*',
    happens: async (route) => {
      const response = await route.fetch();
      const bytes = await response.body();
      await route.fulfill({ response, body: bytes.fill(0, Math.floor(bytes.length / 2)) });
    },
  },
};

test.describe('an engine that does not come', () => {
  for (const [accident, { file, happens }] of Object.entries(ACCIDENTS))
    test(`${accident}: a sentence, another try, the same run`, async ({ reader }) => {
      test.setTimeout(180_000);
      await reader.page.route(file, happens);
      await reader.openUnready(STORY);

      await expect(reader.problem).toContainText('could not be loaded, so the run has not begun', { timeout: 30_000 });
      await expect(reader.runStatus).toHaveText('Stopped');
      expect(await reader.step()).toBe(0);

      await reader.page.unroute(file);
      await reader.button('Try again').click();
      await reader.untilReady();
      await expect(reader.problem).toBeHidden();
      const afterRetry = await outcome(reader);

      await reader.page.reload();
      await reader.open(STORY);
      expect(await outcome(reader)).toEqual(afterRetry);
    });
});

test('a run that dies in the middle is computed once more, and is the same run', async ({ reader }) => {
  test.setTimeout(180_000);
  await reader.open(STORY, LONG_RUN);
  const healthy = await outcome(reader);
  await reader.openGallery();

  await reader.openUnready(STORY, LONG_RUN);
  await expect.poll(() => reader.steps(), { timeout: 60_000 }).toBeGreaterThan(100);
  const [worker] = reader.page.workers();
  await expect(reader.runStatus).toHaveText('Computing the run');
  expect(worker).toBeDefined();
  // Nobody answers any more, this call included.
  worker?.evaluate(() => self.close()).catch(() => undefined);

  const note = reader.page.getByRole('status').filter({ hasText: 'did not answer any more' });
  await expect(note).toContainText('it is the same run', { timeout: 90_000 });
  await reader.untilReady();
  expect(await outcome(reader)).toEqual(healthy);
});
