import '../session/testing/page.ts';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { ChoicesPanel } from '../panels/choices/ChoicesPanel.tsx';
import { CommandsPanel } from '../panels/commands/CommandsPanel.tsx';
import { PromisesPanel } from '../panels/promises/PromisesPanel.tsx';
import { type Session, SessionProvider } from '../session/session.tsx';
import { inProcessHost } from '../session/testing/in-process-host.ts';
import { sessionOf, settled } from '../session/testing/open-session.ts';
import { wordsFor } from '../session/testing/words.ts';

const host = inProcessHost();
let session: Session;

beforeAll(() => wordsFor('en', ['shell', 'player', 'inspector', 'steps', 'promises']));
afterAll(() => {
  host.close();
});
afterEach(cleanup);
beforeEach(async () => {
  session = await sessionOf('ecommerce-order-created', host);
  session.run.getState().start();
  await settled(session);
  render(
    <SessionProvider session={session}>
      <ChoicesPanel layout="row" />
      <CommandsPanel />
      <PromisesPanel />
    </SessionProvider>,
  );
});

const done = () => act(() => settled(session));
const run = () => session.run.getState();

it('switches a choice of the design and computes the run again at once', async () => {
  const [choice] = run().scenario.choices;
  const other = choice?.options.find(({ id }) => id !== choice.default);
  fireEvent.click(screen.getByRole('radio', { name: other?.title ?? '' }));
  await done();

  expect(screen.getByRole('radio', { name: other?.title ?? '' })).toHaveProperty('checked', true);
  expect(run().scenario.chosen).toMatchObject({ [choice?.id ?? '']: other?.id });
});

it('opens a named run of the scenario', async () => {
  const [caseId = ''] = Object.keys(run().scenario.cases);
  fireEvent.change(screen.getByRole('combobox', { name: 'Run' }), { target: { value: caseId } });
  await done();

  expect(run().scenario.caseId).toBe(caseId);
});

it('sends a command with values of the reader, lists it, and takes it out again', async () => {
  const before = run().trace.steps.length;
  fireEvent.click(screen.getByRole('button', { name: /A-BOOK2/u }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByLabelText('id')).toHaveProperty('value', 'O-2');
  fireEvent.change(dialog.getByLabelText('qty'), { target: { value: '3' } });
  fireEvent.click(dialog.getByRole('button', { name: 'Send' }));
  await done();

  expect(run().request.entries).toMatchObject([
    { kind: 'run', command: 'A-BOOK2', with: { id: 'O-2', lines: [{ sku: 'SKU-BOOK', qty: 3 }] } },
  ]);
  expect(run().trace.steps.length).toBeGreaterThan(before);

  fireEvent.click(await screen.findByRole('button', { name: /^Remove: run:A-BOOK2/u }));
  await done();
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Remove/u })).toBeNull());
  expect(run().trace.steps).toHaveLength(before);
});

it('says of every promise how it stands, and never red before it is decided', () => {
  const words = () => screen.getAllByRole('button', { expanded: false }).map(({ textContent }) => textContent);
  expect(words().join()).toContain('not yet');
  expect(words().join()).not.toContain('broken');

  act(() => {
    session.playback.getState().seek(run().count);
  });
  expect(words().join()).not.toContain('not yet');
});
