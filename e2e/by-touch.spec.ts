import { expect, test } from './support/journey.ts';

const SCREENS = {
  phone: { width: 390, height: 844 },
  tablet: { width: 768, height: 1024 },
} as const;

test.use({ hasTouch: true, isMobile: true });

for (const [screen, viewport] of Object.entries(SCREENS))
  test.describe(`on a ${screen}`, () => {
    test.use({ viewport });

    test('the first story can be walked with a finger', async ({ reader }) => {
      const { page } = reader;
      await reader.openGallery();
      await page.getByRole('link', { name: /^Start/ }).tap();
      await reader.untilReady();

      const next = reader.button('Next step');
      for (let step = 1; step <= 5; step++) {
        await next.tap();
        await expect(reader.scrubber).toHaveValue(String(step));
      }
      await reader.button('Previous step').tap();
      await expect(reader.scrubber).toHaveValue('4');
      await page.getByRole('region', { name: 'Playback' }).getByRole('button', { name: 'Next beat' }).tap();
      await expect(page.getByRole('region', { name: 'Story' })).toContainText(/Beat \d of 8/);

      await page.getByRole('tab', { name: /^Data/ }).tap();
      await expect(page.getByRole('region', { name: 'Data' })).toContainText('orders');
    });

    test('nothing is wider than the screen, and every key is large enough for a thumb', async ({ reader }) => {
      const { page } = reader;
      await reader.open('ecommerce-order-created', '?v=1&at=14');

      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
      for (const key of ['Previous step', 'Play', 'Next step']) {
        const box = await reader.button(key).boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0), key).toBeGreaterThanOrEqual(44);
      }
    });
  });
