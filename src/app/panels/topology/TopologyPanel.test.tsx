import '../../session/testing/page.ts';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Happening } from '#sim/trace/happening.ts';
import { type Session, SessionProvider } from '../../session/session.tsx';
import { inProcessHost } from '../../session/testing/in-process-host.ts';
import { sessionOf, settled } from '../../session/testing/open-session.ts';
import { wordsFor } from '../../session/testing/words.ts';
import { TopologyListPanel, TopologyPanel } from './TopologyPanel.tsx';

const host = inProcessHost();

async function runOf(id: string, caseId: string | null = null): Promise<Session> {
  const session = await sessionOf(id, host, { caseId });
  session.run.getState().start();
  await settled(session);
  return session;
}

beforeAll(() => wordsFor('en', ['shell', 'stage', 'steps']));
afterAll(() => {
  host.close();
});
afterEach(cleanup);

function show(session: Session, panel = <TopologyPanel />) {
  render(<SessionProvider session={session}>{panel}</SessionProvider>);
  return {
    at: (kind: Happening['kind'] | 'end') => {
      const { trace, count } = session.run.getState();
      const step = kind === 'end' ? count : (trace.steps.find((one) => one.kind === kind)?.number ?? 0);
      act(() => {
        session.playback.getState().seek(step);
      });
    },
    in: (name: string) => within(screen.getByRole('region', { name })),
  };
}

describe('the picture of a run', () => {
  it('shows who waits, who works, what is not committed, and what is', async () => {
    const stage = show(await runOf('ecommerce-order-created'));

    stage.at('rows.changed');
    expect(stage.in('Alice').getByText('waiting')).toBeTruthy();
    expect(stage.in('Order Service').getByText('active')).toBeTruthy();
    expect(stage.in('Order Service').getAllByTitle('Not committed yet').length).toBeGreaterThan(0);

    stage.at('reply.received');
    expect(stage.in('Alice').getByText('201')).toBeTruthy();
    expect(stage.in('Order Service').queryAllByTitle('Not committed yet')).toEqual([]);
  });

  it('says of every engine whether it is itself, stands for another, or is ours', async () => {
    const stage = show(await runOf('ecommerce-order-created'));

    expect(stage.in('Order Service').getByText('real')).toBeTruthy();
    expect(stage.in('Inventory Service').getByText('stands for MongoDB')).toBeTruthy();
    expect(stage.in('User Service').getByText('stands for MySQL')).toBeTruthy();
    expect(stage.in('Message broker').getByText('emulated')).toBeTruthy();
  });

  it('keeps a crashed process apart from its database, and tells unknown from failed', async () => {
    const stage = show(await runOf('ecommerce-order-created', 'zombie'));

    stage.at('call.broken');
    expect(stage.in('Order Service').getByText('crashed')).toBeTruthy();
    expect(stage.in('Order Service').getByText('up')).toBeTruthy();
    expect(stage.in('Alice').getByText('unknown')).toBeTruthy();
  });

  it('leads from a table and from a queue to their insides', async () => {
    const session = await runOf('ecommerce-order-created');
    const stage = show(session);

    fireEvent.click(stage.in('Order Service').getByRole('button', { name: 'orders' }));
    expect(session.selection.getState().selected).toEqual({ kind: 'table', service: 'order', table: 'orders' });

    fireEvent.click(stage.in('Message broker').getByRole('button', { name: 'user.order-events' }));
    expect(session.selection.getState().selected).toEqual({ kind: 'queue', queue: 'user.order-events' });
  });
});

describe('the same as a list', () => {
  it('says the state of everything at the step on show', async () => {
    const stage = show(await runOf('ecommerce-order-created'), <TopologyListPanel />);
    const list = () => screen.getByRole('region', { name: 'Topology as a list' }).textContent;

    stage.at('message.delivered');
    expect(list()).toContain('inventory.order-events: ready 0, unacked 1, total 1');
    expect(list()).toContain('Order Service publishes to shop.events: OrderCreated');

    stage.at('end');
    expect(list()).toContain('inventory.order-events: ready 0, unacked 0, total 0');
    expect(list()).toContain('orders 1 row');
  });

  it('is always there beside the picture', async () => {
    show(await runOf('database-ownership'));

    expect(screen.getByRole('heading', { name: 'Services and their databases' })).toBeTruthy();
  });

  it('is there before anything has run', async () => {
    show(await sessionOf('ecommerce-order-created', host), <TopologyListPanel />);

    expect(screen.getByRole('region', { name: 'Topology as a list' }).textContent).toContain('Order Service: API idle');
  });
});
