import { expect, test } from './support/journey.ts';
import { Reader } from './support/reader.ts';

const STORY = 'ecommerce-order-created';

const TABLES = {
  'Order Service': ['orders', 'order_items', 'outbox'],
  'Inventory Service': ['stock', 'movements', 'inbox'],
  'User Service': ['users', 'order_history', 'inbox'],
};

test('one order goes through three services and three databases', async ({ reader }) => {
  await test.step('from the gallery, one press away', async () => {
    await reader.openGallery();
    await reader.page.getByRole('link', { name: /^Start\s*: One order, three databases/ }).click();
    await reader.untilReady();
  });

  await test.step('it waits at the opening: nothing has happened yet', async () => {
    expect(await reader.step()).toBe(0);
    expect(await reader.rows('Order Service', 'orders')).toEqual([]);
    expect((await reader.rows('Inventory Service', 'stock')).join()).toContain('on_hand 10');
  });

  await test.step('step by step to the end', async () => {
    const steps = await reader.steps();
    for (let step = 1; step <= steps; step++) {
      await reader.button('Next step').click();
      await expect(reader.scrubber).toHaveValue(String(step));
    }
  });

  await test.step('three databases tell one story', async () => {
    expect((await reader.rows('Order Service', 'orders')).join()).toContain('PLACED');
    expect((await reader.rows('Inventory Service', 'stock')).join()).toContain('on_hand 8');
    expect((await reader.rows('User Service', 'order_history')).join()).toContain('O-1');
  });
});

test('going back shows every row as it was, however one gets there', async ({ reader }) => {
  await reader.open(STORY);
  const steps = await reader.steps();
  const middle = Math.floor(steps / 2);

  await reader.goTo(middle);
  const before = await reader.everyRow(TABLES);
  await reader.button('To the last step').click();
  await expect(reader.scrubber).toHaveValue(String(steps));
  expect(await reader.everyRow(TABLES)).not.toEqual(before);
  for (let step = steps; step > middle; step--) await reader.button('Previous step').click();
  await expect(reader.scrubber).toHaveValue(String(middle));

  expect(await reader.everyRow(TABLES)).toEqual(before);
});

test('another design tells another story, from the same place in it', async ({ reader }) => {
  await reader.open(STORY);
  await reader.press('Shift+ArrowRight', 'Shift+ArrowRight');
  await expect(reader.story).toContainText('Order Service commits locally');
  expect(await reader.rows('Order Service', 'outbox')).toHaveLength(1);

  await reader.choose('How Order tells the others', 'Dual write, after the commit');
  await reader.untilReady();

  await expect(reader.story).toContainText('Order Service commits locally');
  expect(await reader.rows('Order Service', 'outbox')).toEqual([]);
});

test('a link shows exactly what was on the screen', async ({ reader, browser, baseURL }) => {
  await reader.open(STORY);
  await reader.choose('How Order tells the others', 'Dual write, after the commit');
  await reader.untilReady();
  await reader.goTo(12);
  const seen = await reader.everyRow(TABLES);
  const address = reader.page.url();
  expect(address.length).toBeLessThan(200);

  const elsewhere = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const page = await elsewhere.newPage();
  const friend = new Reader(page);
  await page.goto(address);
  await friend.untilReady();

  expect(await friend.step()).toBe(12);
  expect(await friend.everyRow(TABLES)).toEqual(seen);
  await elsewhere.close();
});
