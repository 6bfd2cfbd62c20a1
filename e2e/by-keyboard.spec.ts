import { expect, test } from './support/journey.ts';
import type { Reader } from './support/reader.ts';

const TABS_AT_MOST = 80;

/** Presses Tab until the thing has the focus, as somebody without a mouse does. Fails when it cannot be reached. */
async function tabTo(reader: Reader, name: string | RegExp, role: 'link' | 'button' | 'radio' | 'tab'): Promise<void> {
  const wanted = reader.page.getByRole(role, { name }).first();
  for (let tabs = 0; tabs < TABS_AT_MOST; tabs++) {
    await reader.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Nothing called ${String(name)} is reached with ${TABS_AT_MOST} tabs.`);
}

/** Where the focus is can be seen: it has an outline, or its surroundings have. */
async function focusIsVisible(reader: Reader): Promise<boolean> {
  return reader.page.evaluate(() => {
    for (let element = document.activeElement; element !== null; element = element.parentElement) {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      if (outlineStyle !== 'none' && outlineWidth !== '0px') return true;
    }
    return false;
  });
}

test('the first story can be walked without a mouse', async ({ reader }) => {
  await reader.openGallery();

  await test.step('from the gallery into the story', async () => {
    await tabTo(reader, /^Start/, 'link');
    expect(await focusIsVisible(reader)).toBe(true);
    await reader.press('Enter');
    await reader.untilReady();
    expect(await reader.step()).toBe(0);
  });

  await test.step('step by step, and back', async () => {
    await reader.press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft');
    await expect(reader.scrubber).toHaveValue('2');
  });

  await test.step('to the question, and an answer to it', async () => {
    const question = reader.story.getByRole('radiogroup');
    for (let beats = 0; beats < 8 && (await question.count()) === 0; beats++) await reader.press('Shift+ArrowRight');
    await expect(question.first()).toBeVisible();
    const options = question.first().getByRole('radio');
    await tabTo(reader, await options.first().evaluate((radio) => radio.closest('label')?.innerText ?? ''), 'radio');
    await reader.press('Space');
    await tabTo(reader, 'Lock my answer', 'button');
    await reader.press('Enter');
    await expect(
      reader.story
        .getByText('locked')
        .or(reader.story.getByText(/the run (agrees|says otherwise)|one run alone|another answer is right/))
        .first(),
    ).toBeVisible();
  });

  await test.step('to the end of the run, from wherever the focus is', async () => {
    const steps = await reader.steps();
    await reader.press('Escape', 'End');
    await expect(reader.scrubber).toHaveValue(String(steps));
  });

  await test.step('into the log and the message, by number', async () => {
    await reader.press('4');
    await expect(reader.inspector.getByRole('tab', { name: /^Log/ })).toHaveAttribute('aria-selected', 'true');
    await reader.press('3');
    await expect(reader.inspector.getByRole('tab', { name: /^Message/ })).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('share the run, and close what was opened', async () => {
    await reader.press('Control+k');
    await expect(reader.page.getByRole('dialog')).toBeVisible();
    await reader.press('Escape');
    await expect(reader.page.getByRole('dialog')).toBeHidden();
    await reader.press('g', 'h');
    await expect(reader.page).toHaveURL(/#\/$/);
  });
});

test('the stage has a twin that can be read instead of seen', async ({ reader }) => {
  await reader.open('ecommerce-order-created', '?v=1&at=14');
  await reader.press('g', 'l');

  const main = reader.page.getByRole('main');
  for (const service of ['Order Service', 'Inventory Service', 'User Service'])
    await expect(main.getByText(service).first()).toBeVisible();
  await expect(main.getByText(/ready/).first()).toBeVisible();
});
