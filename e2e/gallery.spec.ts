import type { Page } from '@playwright/test';
import { expect, test } from './support/journey.ts';

const cards = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading') });

test.describe('the gallery', () => {
  test.beforeEach(async ({ reader }) => reader.openGallery());

  test('asks its questions along a path, and says which parts have none yet', async ({ reader: { page } }) => {
    const path = page.getByRole('navigation', { name: 'Learning path' });

    await expect(path.getByRole('listitem')).toHaveCount(7);
    await expect(path.getByRole('button', { name: /What does it mean to own a database/ })).toContainText(
      '5 questions',
    );
    await expect(path.getByRole('button', { name: /Did that call happen/ })).toContainText('no scenario yet');
    await path.getByRole('button', { name: /Did that call happen/ }).click();
    await expect(page.getByRole('heading', { name: /Did that call happen/ })).toBeFocused();
  });

  test('finds by words, level and engine, and gives a way back from nothing', async ({ reader: { page } }) => {
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('promised');
    await expect(cards(page)).toHaveCount(1);

    await page.getByLabel('Level').selectOption('hard');
    await expect(page.getByText('No scenario fits')).toBeVisible();
    await page.getByRole('button', { name: 'Show all scenarios' }).click();
    await expect(cards(page)).toHaveCount(5);

    await page.getByLabel('Engine').selectOption('Documents');
    expect(await cards(page).count()).toBeLessThan(5);
  });

  test('remembers how far one came, and takes one back there', async ({ reader }) => {
    await reader.page.getByRole('link', { name: /^Start/ }).click();
    await reader.untilReady();
    await reader.press('Shift+ArrowRight', 'Shift+ArrowRight');
    await expect(reader.page).toHaveURL(/at=\d+/);
    const step = await reader.step();

    await reader.openGallery();
    const main = reader.page.getByRole('main');
    await expect(main).toContainText('Continue where you stopped');
    await expect(cards(reader.page).first()).toContainText('started');
    await main.getByRole('link', { name: /^Resume/ }).click();
    await reader.untilReady();
    expect(await reader.step()).toBe(step);
  });

  test('opens a file of the reader’s own, or says line by line why not', async ({ reader }) => {
    const { page } = reader;
    const file = (text: string) => ({ name: 'mine.yaml', mimeType: 'text/yaml', buffer: Buffer.from(text) });

    await page.getByLabel('Open a file…').setInputFiles(file(OWN.replace('bloom:', 'blom:')));
    const dialog = page.getByRole('dialog', { name: /^mine\.yaml has \d+ problems?$/ });
    await expect(dialog).toContainText('line 6, column 1');
    await expect(dialog).toContainText('blom means nothing here; did you mean bloom?');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();

    await page.getByLabel('Open a file…').setInputFiles(file(OWN));
    await reader.untilReady();
    await expect(page).toHaveURL(/#\/play\/mine\?v=1&.*draft=/);
    expect(await reader.steps()).toBeGreaterThan(3);
    await page.reload();
    await reader.untilReady();
  });
});

test.describe('the page around it', () => {
  test.beforeEach(async ({ reader }) => reader.openGallery());

  test('speaks German, and keeps to it', async ({ reader: { page } }) => {
    await page.getByRole('button', { name: 'Auf Deutsch lesen' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Szenarien');
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');

    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Szenarien');
    await expect(page.getByRole('button', { name: 'Datei öffnen…' })).toBeVisible();
  });

  test('changes its theme, and keeps to it', async ({ reader: { page } }) => {
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('radiogroup', { name: 'Theme' }).getByRole('radio', { name: 'Dark' }).check();
    await page.keyboard.press('Escape');
    await page.reload();

    await expect(page.locator('body')).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
    await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(11, 14, 19)');
  });

  test('lists its keys, finds its commands, and lets single keys be switched off', async ({ reader: { page } }) => {
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText('Next beat');
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog', { name: 'Command palette' }).getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('settings');
    await page.keyboard.press('Enter');
    await page.getByRole('switch', { name: /Single keys/ }).uncheck();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();

    await page.keyboard.press('?');
    await page.keyboard.press('/');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('searchbox')).not.toBeFocused();
  });

  test('leads the keyboard over the header', async ({ reader: { page } }) => {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Skip to the main part' })).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: /^Start/ })).toBeFocused();
  });
});

const OWN = `format: 1
id: mine
title: A note
question: Is it kept?
objective: Keep a note.
bloom: understand
minutes: 1
services:
  notes:
    title: Notes
    database: { engine: memory, collections: [notes] }
    api: { POST /notes: keep }
    handlers:
      keep:
        - write: notes
          insert: { _id: =body.id }
        - reply: 201
commands:
  KEEP: { client: Alice, call: notes POST /notes, body: { id: N-1 } }
plan:
  - { run: KEEP, at: 0ms }
`;
