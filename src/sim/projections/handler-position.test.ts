import { describe, expect, it } from 'vitest';
import type { Step } from '../trace/step.ts';
import { components } from './components.ts';
import { handlerPosition } from './handler-position.ts';
import { project } from './projection.ts';
import { shopOpening } from './testing/shop-opening.ts';
import { shopTrace } from './testing/shop-trace.ts';
import { aMessage, TraceWriter } from './testing/trace-writer.ts';

const { steps } = shopTrace(1);

const runAt = (service: string, trace: readonly Step[]) =>
  project(handlerPosition, shopOpening, trace).runs.findLast((run) => run.service === service);

const instanceAt = (service: string, trace: readonly Step[]) =>
  project(components, shopOpening, trace).instances.find((one) => one.service === service);

const message = aMessage('m1');
const delivery = { queue: 'inventory.order-events', tag: 1, message, redelivered: false };
const inside = { actor: 'inventory', about: { handler: 'take-from-shelf', messageId: 'm1' } };
const line = (path: string) => ({ ...inside, line: { handler: 'take-from-shelf', path } });
const aborted = (reason: string) => ({ kind: 'transaction.aborted', database: 'inventory', tx: 't1', reason }) as const;

describe('a handler', () => {
  it('is at the line of its last step, and knows which lines it has done', () => {
    const run = runAt('order', steps.slice(0, 5));

    expect(run).toMatchObject({ handler: 'place-order', current: '2.0', state: 'running', trigger: 'request' });
    expect(run?.lines.map(({ path, step }) => `${path} at ${String(step)}`)).toEqual(['0 at 3', '2 at 4', '2.0 at 5']);
    expect(instanceAt('order', steps.slice(0, 5))).toMatchObject({ state: 'active', handlers: ['place-order'] });
  });

  it('has ended when it has replied', () => {
    const replied = steps.findIndex(({ kind }) => kind === 'reply.sent') + 1;

    expect(runAt('order', steps.slice(0, replied))).toMatchObject({ state: 'ok', ended: replied });
    expect(instanceAt('order', steps.slice(0, replied))).toMatchObject({ state: 'idle', latest: 'place-order' });
  });

  it('has ended when it has acked its message', () => {
    expect(runAt('inventory', steps)).toMatchObject({ handler: 'take-from-shelf', state: 'ok', trigger: 'message' });
  });

  it('died at the line it was at when its service crashed', () => {
    const writer = new TraceWriter();
    writer.steps.push(...steps.slice(0, 6));
    writer.add({ kind: 'service.crashed', service: 'order', instance: 1, lost: [] });

    expect(runAt('order', writer.steps)).toMatchObject({ state: 'died', current: '2.1', ended: 7 });
    expect(instanceAt('order', writer.steps)).toMatchObject({ state: 'crashed', handlers: [] });
  });

  it('refused when it rolled back and acked all the same', () => {
    const writer = new TraceWriter();
    writer.add({ kind: 'message.received', ...delivery }, inside);
    writer.add(aborted('OUT_OF_STOCK'), line('0'));
    writer.add({ kind: 'message.acked', queue: delivery.queue, tag: 1, messageId: 'm1' }, { actor: 'inventory' });

    expect(runAt('inventory', writer.steps)).toMatchObject({ state: 'refused', reason: 'OUT_OF_STOCK' });
  });

  it('did well when it discarded a duplicate, though it rolled back', () => {
    const writer = new TraceWriter();
    writer.add({ kind: 'message.received', ...delivery }, inside);
    writer.add(aborted('duplicate'), line('0'));
    writer.add({ kind: 'message.acked', queue: delivery.queue, tag: 1, messageId: 'm1' }, { actor: 'inventory' });

    expect(runAt('inventory', writer.steps)).toMatchObject({ state: 'ok', reason: null });
  });

  it('goes on after an ack that came before the work, until the next message or the end', () => {
    const writer = new TraceWriter();
    writer.add({ kind: 'message.received', ...delivery }, inside);
    writer.add({ kind: 'message.acked', queue: delivery.queue, tag: 1, messageId: 'm1' }, { actor: 'inventory' });
    writer.add({ kind: 'transaction.begun', database: 'inventory', tx: 't1' }, line('0'));
    expect(runAt('inventory', writer.steps)).toMatchObject({ state: 'running', current: '0' });

    writer.add({ kind: 'run.rested' }, { actor: 'broker' });
    expect(runAt('inventory', writer.steps)).toMatchObject({ state: 'ok', ended: 3 });
    expect(instanceAt('inventory', writer.steps)).toMatchObject({ state: 'idle' });
  });

  it('waits while a call of its own is open', () => {
    const writer = new TraceWriter();
    const mine = { about: { handler: 'place-order' }, line: { handler: 'place-order', path: '1' } };
    writer.add({ kind: 'request.received', call: 'c1', from: 'Alice', operation: 'POST /orders' }, mine);
    writer.add(
      {
        kind: 'request.sent',
        call: 'c2',
        from: 'order',
        to: 'user',
        operation: 'GET /users/U1',
        body: null,
        command: null,
      },
      mine,
    );
    expect(instanceAt('order', writer.steps)).toMatchObject({ state: 'waiting' });

    writer.add({ kind: 'call.timedOut', call: 'c2', to: 'user', afterMs: 1000 }, mine);
    expect(instanceAt('order', writer.steps)).toMatchObject({ state: 'active' });
  });
});

describe('a client', () => {
  const clientAt = (trace: readonly Step[]) => project(components, shopOpening, trace).clients[0];

  it('waits, and then has an answer', () => {
    expect(clientAt([])).toMatchObject({ state: 'idle' });
    expect(clientAt(steps.slice(0, 4))).toMatchObject({ state: 'waiting', status: null });
    expect(clientAt(steps)).toMatchObject({ state: 'answered', status: 201 });
  });

  it('does not know when its connection broke', () => {
    const writer = new TraceWriter();
    writer.steps.push(...steps.slice(0, 5));
    writer.add(
      { kind: 'call.broken', call: 'c-1', to: 'order', outcome: 'unknown', reason: 'connection reset' },
      { actor: 'Alice' },
    );

    expect(clientAt(writer.steps)).toMatchObject({ state: 'unknown', status: null, open: [] });
  });
});
