import '../../session/testing/page.ts';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Session, SessionProvider } from '../../session/session.tsx';
import { inProcessHost } from '../../session/testing/in-process-host.ts';
import { sessionOf, settled } from '../../session/testing/open-session.ts';
import { wordsFor } from '../../session/testing/words.ts';
import { SequencePanel } from './SequencePanel.tsx';

const host = inProcessHost();
let session: Session;

beforeAll(async () => {
  await wordsFor('en', ['shell', 'stage']);
  session = await sessionOf('ecommerce-order-created', host);
  session.run.getState().start();
  await settled(session);
});
afterAll(() => {
  host.close();
});
afterEach(cleanup);

function diagram(step: number) {
  act(() => {
    session.playback.getState().seek(step);
  });
  render(
    <SessionProvider session={session}>
      <SequencePanel />
    </SessionProvider>,
  );
  const panel = screen.getByRole('region', { name: 'Sequence diagram' });
  return {
    panel,
    messages: () =>
      within(panel)
        .queryAllByRole('listitem')
        .map(({ textContent }) => textContent),
  };
}

describe('the sequence diagram', () => {
  it('knows only what was sent by the cursor', () => {
    const { trace, count } = session.run.getState();
    const published = trace.steps.find(({ kind }) => kind === 'message.published')?.number ?? 0;

    expect(diagram(published - 1).messages()).toEqual([
      'Alice to Order Service: POST /orders',
      'Order Service to Alice: 201',
    ]);
    cleanup();
    expect(diagram(count).messages()).toContain('Broker to Inventory Service: OrderCreated');
  });

  it('says what to do while there is nothing to see', () => {
    expect(diagram(0).panel.textContent).toContain('Step forward to see the first message.');
  });

  it('leads to the step of the line that is pressed', () => {
    const { panel } = diagram(10);
    const target = panel.querySelectorAll('rect.cursor-pointer')[0];
    if (target === undefined) throw new Error('lines can be pressed');
    fireEvent.click(target);

    expect(session.playback.getState().cursor).toBe(1);
  });
});
