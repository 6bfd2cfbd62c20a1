import '../../session/testing/page.ts';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { listenToKeys } from '../../commands/hotkeys.ts';
import { type Session, SessionProvider } from '../../session/session.tsx';
import { inProcessHost } from '../../session/testing/in-process-host.ts';
import { sessionOf, settled } from '../../session/testing/open-session.ts';
import { wordsFor } from '../../session/testing/words.ts';
import { stepX } from './lane-geometry.ts';
import { LanesPanel } from './LanesPanel.tsx';

const host = inProcessHost();
let session: Session;
let stopKeys: () => void;

beforeAll(async () => {
  await wordsFor('en', ['shell', 'stage', 'steps']);
  stopKeys = listenToKeys(window);
  session = await sessionOf('ecommerce-order-created', host, { caseId: 'zombie' });
  session.run.getState().start();
  await settled(session);
});
afterAll(() => {
  stopKeys();
  host.close();
});
afterEach(cleanup);

const see = (step: number) => {
  act(() => {
    session.playback.getState().seek(step);
  });
};

function lanes() {
  render(
    <SessionProvider session={session}>
      <LanesPanel />
    </SessionProvider>,
  );
  const panel = screen.getByRole('region', { name: 'Lanes' });
  const drawing = panel.querySelector('svg.cursor-pointer');
  if (drawing === null) throw new Error('the lanes are drawn');
  return { panel, drawing };
}

describe('the lanes', () => {
  it('have a row for everyone who acts', () => {
    const { panel } = lanes();

    const names = ['Alice', 'Order Service', 'Message broker', 'Inventory Service', 'User Service', 'Operator'];
    expect(names.every((name) => panel.textContent.includes(name))).toBe(true);
  });

  it('say in words where the cursor is and what happened there', () => {
    const { panel } = lanes();
    see(1);

    expect(panel.textContent).toContain('12 steps on 6 lanes; the cursor is at step 1.');
    expect(panel.textContent).toContain('Alice sends A-BOOK2 to Order Service');
  });

  it('name the cause of a step that another actor caused', () => {
    const { panel } = lanes();
    const { trace } = session.run.getState();
    const broken = trace.steps.find(({ kind }) => kind === 'call.broken');
    see(broken?.number ?? 0);

    expect(panel.textContent).toContain(`caused by step ${String(broken?.cause)}, the crash`);
  });

  it('lead to the step that is pressed', () => {
    const { drawing } = lanes();
    see(0);
    // Before it is measured the panel takes its room to be 1000 wide, which 12 steps fill with the widest columns.
    fireEvent.click(drawing, { clientX: stepX(7, 56) });

    expect(session.playback.getState().cursor).toBe(7);
  });

  it('come closer and go further away by their own keys, only while they have the focus', () => {
    const { panel, drawing } = lanes();
    const width = () => Number(drawing.getAttribute('width'));
    const before = width();

    fireEvent.keyDown(document.body, { key: 's' });
    expect(width()).toBe(before);

    fireEvent.focus(panel);
    for (let times = 0; times < 3; times += 1) fireEvent.keyDown(panel, { key: 'w' });
    expect(width()).toBeGreaterThanOrEqual(before);
    fireEvent.keyDown(panel, { key: 's' });
    fireEvent.blur(panel);
  });

  it('mark the steps where the film stops', () => {
    const { drawing } = lanes();
    const marks = () => drawing.querySelectorAll('circle.fill-ink').length;
    expect(marks()).toBe(0);

    act(() => {
      session.playback.getState().toggleBreakpoint(3);
    });
    expect(marks()).toBe(1);
  });
});
