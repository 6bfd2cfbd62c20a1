import '../session/testing/page.ts';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { listenToKeys } from '../commands/hotkeys.ts';
import { type Session, SessionProvider } from '../session/session.tsx';
import { inProcessHost } from '../session/testing/in-process-host.ts';
import { sessionOf, settled } from '../session/testing/open-session.ts';
import { wordsFor } from '../session/testing/words.ts';
import { Inspector } from './Inspector.tsx';
import { Transport } from './Transport.tsx';
import { STEP_MS, useFilm } from './use-film.ts';
import { useMoveCommands, useMoves, usePlay, usePlayCommands } from './use-moves.ts';

const host = inProcessHost();
let session: Session;
let stopKeys: () => void;

beforeAll(async () => {
  await wordsFor('en', ['shell', 'player', 'inspector', 'steps', 'promises']);
  stopKeys = listenToKeys(window);
  session = await sessionOf('ecommerce-order-created', host);
  session.run.getState().start();
  await settled(session);
});
afterAll(() => {
  stopKeys();
  host.close();
});
afterEach(cleanup);

function Controls() {
  useMoveCommands(useMoves());
  usePlayCommands(usePlay());
  useFilm();
  return <Transport />;
}

beforeEach(() => {
  session.playback.getState().seek(0);
  render(
    <SessionProvider session={session}>
      <Controls />
      <Inspector />
    </SessionProvider>,
  );
});

const count = () => session.run.getState().count;
const cursor = () => session.playback.getState().cursor;
const stepNamed = (kind: string) => session.run.getState().trace.steps.find((step) => step.kind === kind)?.number ?? 0;
const see = (step: number) => {
  act(() => {
    session.playback.getState().seek(step);
  });
};
const press = (key: string, more: Partial<KeyboardEventInit> = {}) =>
  fireEvent.keyDown(document.body, { key, ...more });

const pass = (ms: number) => {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
};

describe('the transport', () => {
  it('goes step by step with the arrow keys, and to both ends', () => {
    press('ArrowRight');
    press('ArrowRight');
    expect(screen.getByText('Step 2')).toBeTruthy();

    press('ArrowLeft');
    expect(cursor()).toBe(1);

    press('End');
    expect(cursor()).toBe(count());

    press('Home');
    expect(cursor()).toBe(0);
  });

  it('loses no press, however fast they come', () => {
    act(() => {
      for (let times = 0; times < 7; times += 1) press('ArrowRight');
    });

    expect(cursor()).toBe(7);
  });

  it('goes to a cause and back to its effect', () => {
    see(stepNamed('request.received'));
    press('u');
    expect(cursor()).toBe(stepNamed('request.sent'));

    press('j');
    expect(cursor()).toBe(stepNamed('request.received'));
  });

  it('runs to a breakpoint', () => {
    see(9);
    press('b');
    press('Home');
    press('F8');

    expect(cursor()).toBe(9);
    see(9);
    press('b');
    expect(session.playback.getState().breakpoints).toEqual([]);
  });

  it('is scrubbed with a slider that says where it is', () => {
    const slider = screen.getByRole('slider', { name: 'Step' });
    fireEvent.change(slider, { target: { value: '5' } });

    expect(cursor()).toBe(5);
    expect(slider.getAttribute('aria-valuetext')).toContain('Step 5 of');
  });

  it('cannot be pressed where a press leads nowhere', () => {
    expect(screen.getByRole('button', { name: 'Previous step' })).toHaveProperty('disabled', true);
    expect(screen.getByRole('button', { name: 'Next step' })).toHaveProperty('disabled', false);
  });
});

describe('the film', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('shows a step a second, twice as many at twice the speed, and stops when one looks elsewhere', () => {
    press('k');
    pass(STEP_MS);
    expect(cursor()).toBe(1);

    press('>', { shiftKey: true });
    pass(STEP_MS / 2);
    expect(cursor()).toBe(2);

    press('<');
    press('ArrowRight');
    pass(STEP_MS * 5);
    expect(cursor()).toBe(3);
    expect(session.playback.getState().playing).toBe(false);
  });

  it('begins again when it is played at the end', () => {
    see(count());
    press('k');
    expect(cursor()).toBe(0);
    pass(STEP_MS);

    expect(cursor()).toBe(1);
    press('k');
  });
});

describe('the inspector', () => {
  it('shows what a step did to the rows, in words and not committed while it is not', () => {
    see(stepNamed('rows.changed'));
    const row = within(screen.getByRole('table')).getAllByRole('row').at(-1);
    expect(row?.textContent).toContain('inserted');
    expect(row?.textContent).toContain('not committed');

    see(stepNamed('transaction.committed'));
    expect(screen.getByRole('table').textContent).not.toContain('not committed');
  });

  it('shows the line of the handler the step came from', () => {
    press('2');
    see(stepNamed('rows.changed'));

    const here = screen.getAllByRole('listitem').filter((line) => line.getAttribute('aria-current') === 'step');
    expect(here[0]?.textContent).toContain('insert into orders');
    expect(here[0]?.textContent).toContain(`step ${String(cursor())}`);
  });

  it('shows the message of the step with its four ids', () => {
    press('3');
    see(stepNamed('message.published'));

    expect(screen.getByRole('heading', { name: 'OrderCreated' })).toBeTruthy();
    for (const id of ['id', 'correlationid', 'causationid', 'traceparent']) {
      expect(screen.getByRole('rowheader', { name: id })).toBeTruthy();
    }
  });

  it('lists every step so far in a sentence, finds words in them, and jumps to one', () => {
    press('4');
    see(count());
    expect(screen.getAllByRole('listitem')).toHaveLength(count());

    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'commits locally' } });
    const found = screen.getAllByRole('listitem');
    expect(found.length).toBeLessThan(count());
    expect(found.every((line) => line.textContent.includes('commits locally'))).toBe(true);

    fireEvent.click(within(found[0] ?? document.body).getByRole('button'));
    expect(cursor()).toBe(stepNamed('transaction.committed'));
  });
});
