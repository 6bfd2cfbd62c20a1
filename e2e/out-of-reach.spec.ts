import { expect, test } from './support/journey.ts';

const STORY = 'ecommerce-order-created';

test('a part of the page that does not come says so, and comes with the next try', async ({
  reader: { page },
  reader,
}) => {
  await reader.openGallery();
  await page.route('**/PlayerOnHost-*.js', (route) => route.abort());
  await page.getByRole('link', { name: /^Start/ }).click();

  const alert = page.getByRole('alert').filter({ hasText: 'A part of the page could not be loaded' });
  await expect(alert).toContainText('The connection may have dropped');
  await page.unroute('**/PlayerOnHost-*.js');
  await page.getByRole('button', { name: 'Load the page again' }).click();
  await reader.untilReady();
});

test('where the browser gives no clipboard, the link is selected to be copied by hand', async ({ reader }) => {
  const { page } = reader;
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await reader.open(STORY, '?v=1&at=5');
  await reader.button('Share').click();
  const dialog = page.getByRole('dialog', { name: 'Share this run' });
  await expect(dialog.getByLabel('Link')).toHaveValue(new RegExp(`#/play/${STORY}\\?v=1&at=5$`));

  await dialog.getByRole('button', { name: 'Copy the link' }).click();

  await expect(dialog).toContainText('The link is selected');
  expect(await page.evaluate(() => window.getSelection()?.toString() ?? '')).toContain(`#/play/${STORY}`);
});

test('a run saved as a file opens as the same run', async ({ reader }) => {
  const { page } = reader;
  await reader.open(STORY, '?v=1&at=9');
  await reader.button('Share').click();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as a file' }).click();
  const file = await (await saved).path();

  await reader.openGallery();
  await page.getByLabel('Open a file…').setInputFiles(file);
  await reader.untilReady();

  expect(await reader.step()).toBe(9);
});
