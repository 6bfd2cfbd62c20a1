import { expect, test } from './support/journey.ts';

test('keys fold the inspector away, or everything around the stage, and bring it back', async ({ reader }) => {
  const { page } = reader;
  await reader.open('ecommerce-order-created');
  const tab = reader.inspector.getByRole('tab', { name: /^Data/ });
  const widthOf = async (name: string) => (await page.getByRole('main').locator(`#${name}`).boundingBox())?.width ?? 0;
  const before = await widthOf('stage');

  await reader.press('q');
  await expect(tab).toBeHidden();
  await expect(reader.story).toBeVisible();
  await reader.press('q');
  await expect(tab).toBeVisible();

  await reader.press('v');
  await expect(tab).toBeHidden();
  await expect(reader.story.getByRole('heading').first()).toBeHidden();
  expect(await widthOf('stage')).toBeGreaterThan(before + 500);
  await expect(reader.button('Next step')).toBeVisible();

  await reader.press('v');
  await expect(tab).toBeVisible();
  expect(await widthOf('stage')).toBeCloseTo(before, -1);
});
