import { expect, test } from './support/journey.ts';

const STORY = 'ecommerce-order-created';

test('a link with pieces that mean nothing shows the nearest run, and says what was left out', async ({ reader }) => {
  await reader.open(STORY, '?v=1&c=colour.red&case=nowhere&seed=x&plan=crash&at=99999');

  const alert = reader.page.getByRole('alert').filter({ hasText: 'of this link could not be used' });
  await expect(alert).toContainText('The scenario has no choice colour.red, so its default is kept.');
  await expect(alert).toContainText('The scenario has no case nowhere');
  await expect(alert).toContainText('The seed x is no whole number');
  expect(await reader.step()).toBe(await reader.steps());
});

const hopeless = {
  'of a scenario nobody has': { address: '#/play/nobody-has-this', says: 'No scenario here is called nobody-has-this' },
  'that is cut in the name': { address: '#/play/%E0%A4%A', says: 'The address names no scenario' },
  'that is far too long': {
    address: `#/play/x?v=1&draft=${'A'.repeat(500_000)}`,
    says: 'The link is longer than any that Sagascope makes',
  },
};

for (const [which, { address, says }] of Object.entries(hopeless))
  test(`a link ${which} gets a sentence and a way out`, async ({ reader: { page } }) => {
    await page.goto(`./${address}`);
    await expect(page.getByText(says)).toBeVisible();
    await page.getByRole('link', { name: 'To all scenarios' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Scenarios' })).toBeAttached();
  });

test('an address that is no page says so', async ({ reader: { page } }) => {
  await page.goto('./#/nowhere/at/all');
  await expect(page.getByText('There is no such page').last()).toBeVisible();
});

test('what a link contains is text, never anything that runs', async ({ reader }) => {
  let dialogs = 0;
  reader.page.on('dialog', (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
  const hostile = encodeURIComponent('"><img src=x onerror=alert(1)><script>alert(1)</script>');
  await reader.open(STORY, `?v=1&case=${hostile}&c=${hostile}&plan=${hostile}`);

  await expect(reader.page.getByRole('alert').first()).toContainText('<img src=x');
  await expect(reader.page.locator('img, script:not([src])')).toHaveCount(0);
  expect(dialogs).toBe(0);
});
