import { expect, type Locator, type Page } from '@playwright/test';

/** Starting three engines takes a while on a small machine. */
const RUN_IS_READY_MS = 60_000;

/** The page as a reader uses it. Journeys speak this language and never CSS. */
export class Reader {
  readonly page: Page;
  /** Word for how far the run is, said to screen readers. */
  readonly runStatus: Locator;
  readonly scrubber: Locator;
  readonly story: Locator;
  readonly inspector: Locator;
  readonly promises: Locator;
  /** What keeps the run from being computed, with the way to try again. */
  readonly problem: Locator;

  constructor(page: Page) {
    this.page = page;
    this.runStatus = page.getByRole('status', { name: 'Run', exact: true });
    this.scrubber = page.getByRole('slider', { name: 'Step', exact: true });
    this.story = page.getByRole('complementary', { name: 'Story' });
    this.inspector = page.getByRole('complementary', { name: 'Inspector' });
    this.problem = page.getByRole('alert').filter({ has: page.getByRole('button', { name: 'Try again' }) });
    this.promises = page.getByRole('region', { name: 'What must hold' });
  }

  async openGallery(): Promise<void> {
    await this.page.goto('./');
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
  }

  /** Opens a scenario by its address; `address` is what stands behind the scenario's name: `?v=1&at=9`. */
  async open(scenario: string, address = ''): Promise<void> {
    await this.openUnready(scenario, address);
    await this.untilReady();
  }

  /** The same, for runs that will not be ready soon, or ever. */
  async openUnready(scenario: string, address = ''): Promise<void> {
    await this.page.goto(`./#/play/${scenario}${address}`);
  }

  async untilReady(): Promise<void> {
    await expect(this.runStatus).toHaveText('Ready', { timeout: RUN_IS_READY_MS });
  }

  /** Colours that are still changing are no colours of the page. */
  async untilNothingMoves(): Promise<void> {
    await this.page.evaluate(async () => {
      const running = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
      await Promise.allSettled(running.map(({ finished }) => finished));
    });
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** The number of the step on show, 0 at the opening. */
  async step(): Promise<number> {
    return Number(await this.scrubber.inputValue());
  }

  /** How many steps the run has. */
  async steps(): Promise<number> {
    return Number(await this.scrubber.getAttribute('max'));
  }

  async goTo(step: number): Promise<void> {
    await this.scrubber.fill(String(step));
    await expect(this.scrubber).toHaveValue(String(step));
  }

  async choose(choice: string, option: string): Promise<void> {
    await this.page.getByRole('radiogroup', { name: choice }).getByRole('radio', { name: option }).check();
  }

  /** Puts another view of the run on the stage. */
  async view(name: 'Topology' | 'Sequence' | 'List'): Promise<void> {
    await this.page.getByRole('radio', { name, exact: true }).check();
  }

  /** Brings a tab of the inspector forward. */
  async look(tab: 'Data' | 'Code' | 'Message' | 'Log'): Promise<Locator> {
    await this.inspector.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
    // The inspector is drawn after the stage; it says when it is there.
    await expect(this.inspector.locator('[aria-busy="true"]')).toHaveCount(0);
    return this.inspector.getByRole('tabpanel', { name: new RegExp(`^${tab}`) });
  }

  /** The rows of a service's table as they are at the step on show, a text for each row. */
  async rows(service: string, table: string): Promise<readonly string[]> {
    const data = await this.look('Data');
    await data.getByRole('combobox', { name: 'Service', exact: true }).selectOption(service);
    await data.getByRole('combobox', { name: 'Rows shown' }).selectOption('after');
    await data.getByRole('radio', { name: new RegExp(`^${table}\\b`) }).check();
    const rows = data.getByRole('table', { name: table }).locator('tbody tr');
    const documents = data.getByRole('list', { name: table }).getByRole('listitem');
    const texts = await rows.or(documents).allInnerTexts();
    return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim());
  }

  /** Everything the tables of a scenario hold at the step on show. */
  async everyRow(tables: Readonly<Record<string, readonly string[]>>): Promise<Readonly<Record<string, unknown>>> {
    const found: Record<string, unknown> = {};
    for (const [service, names] of Object.entries(tables))
      for (const name of names) found[`${service}: ${name}`] = await this.rows(service, name);
    return found;
  }
}
