import type { Locator } from '@playwright/test';
import { expect, test } from './support/journey.ts';
import type { Reader } from './support/reader.ts';

const STORY = 'ecommerce-order-created';
const QUESTION = 'Order has answered 201. How many books does Inventory count?';

const cardIn = (reader: Reader): Locator => reader.story.getByRole('region', { name: QUESTION });

async function toTheQuestion(reader: Reader): Promise<Locator> {
  await reader.open(STORY);
  const card = cardIn(reader);
  while (!(await card.isVisible())) await reader.press('Shift+ArrowRight');
  return card;
}

test('a lesson asks before it shows, and tells nothing until a choice stands', async ({ reader }) => {
  const card = await toTheQuestion(reader);

  await expect(card.getByRole('radio')).toHaveCount(4);
  await expect(card.getByRole('button', { name: 'Lock my answer' })).toBeDisabled();
  await expect(card).not.toContainText(/run (agrees|says)/);

  await card.getByRole('radio', { name: 'Already 8' }).check();
  await expect(card).not.toContainText(/run (agrees|says)/);
  await card.getByRole('button', { name: 'Lock my answer' }).click();

  await expect(card).toContainText('the run says otherwise');
  await expect(card).toContainText('Still 10');
  await expect(card).toContainText('An answer from an API tells the caller alone');
  await expect(card.getByRole('radio', { name: 'Already 8' })).toBeDisabled();
});

test('a locked answer is remembered, and cannot be changed', async ({ reader }) => {
  const card = await toTheQuestion(reader);
  await card.getByRole('radio', { name: /Still 10/ }).check();
  await card.getByRole('button', { name: 'Lock my answer' }).click();
  await expect(card).toContainText('the run agrees');

  await reader.page.reload();
  await reader.untilReady();
  await expect(cardIn(reader)).toContainText('the run agrees');
});

test('a run of the reader’s own is never asked anything', async ({ reader }) => {
  const card = await toTheQuestion(reader);
  await reader.choose('How Order tells the others', 'Dual write, after the commit');
  await reader.untilReady();

  await expect(card).toBeHidden();
  await expect(reader.story).toContainText('Your own run');
  await reader.button('To the last step').click();
  await expect(reader.story.getByRole('radio')).toHaveCount(0);

  await reader.button("Back to the lesson's run").click();
  await reader.untilReady();
  await expect(reader.story).toContainText(/Beat 1 of \d/);
});

test('at the end it says what to take along, and what to try', async ({ reader }) => {
  await reader.open('database-ownership');
  await reader.button('To the last step').click();

  await expect(reader.story.getByRole('region', { name: 'To take along' })).toContainText(
    "Only the owner's statements reach its tables.",
  );
  await reader.story.getByRole('button', { name: /Open the door/ }).click();
  await reader.untilReady();
  await expect(reader.page).toHaveURL(/case=back-door/);
  await expect(reader.story).toContainText('Somebody granted Order the right to write here');
});
