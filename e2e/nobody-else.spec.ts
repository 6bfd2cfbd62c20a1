import { expect, test } from './support/journey.ts';
import { testOnSite } from './support/site.ts';

test('a whole walk asks no other host for anything', async ({ reader, strangers, context, site }) => {
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));

  await reader.openGallery();
  await reader.page.getByRole('link', { name: /^Start/ }).click();
  await reader.untilReady();
  await reader.button('To the last step').click();
  for (const tab of ['Code', 'Message', 'Log', 'Data'] as const) await reader.look(tab);
  await reader.choose('How Order tells the others', 'Dual write, after the commit');
  await reader.untilReady();
  await reader.button('Share').click();
  await expect(reader.page.getByRole('dialog')).toBeVisible();
  await reader.press('Escape');
  await reader.button('Auf Deutsch lesen').click();
  await expect(reader.page.locator('html')).toHaveAttribute('lang', 'de');

  expect(strangers).toEqual([]);
  expect(asked.filter((url) => url.startsWith(site.address)).length).toBeGreaterThan(10);
  expect(asked.some((url) => url.endsWith('.wasm'))).toBe(true);
});

testOnSite('the policy of the page refuses what it does not name', async ({ page }) => {
  await page.goto('./');

  const refused = await page.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
    const failed = await fetch('https://example.org/beacon').then(
      () => false,
      () => true,
    );
    const image = new Image();
    image.src = 'https://example.org/pixel.png';
    const script = document.createElement('script');
    script.textContent = 'window.ranInline = true';
    document.head.append(script);
    await new Promise((resolve) => {
      image.onerror = resolve;
    });
    return { failed, violations, ranInline: 'ranInline' in window };
  });

  expect(refused.failed).toBe(true);
  expect(refused.ranInline).toBe(false);
  expect(refused.violations).toEqual(expect.arrayContaining(['connect-src', 'img-src', 'script-src-elem']));
});
