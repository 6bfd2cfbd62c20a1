import { afterAll, describe, expect, it } from 'vitest';
import { components } from '#sim/projections/components.ts';
import { messages } from '#sim/projections/messages.ts';
import { moving } from '#sim/projections/moving.ts';
import { project } from '#sim/projections/projection.ts';
import { Story } from '#sim/projections/story.ts';
import type { Happening } from '#sim/trace/happening.ts';
import type { RunRequest } from '../../session/run-state.ts';
import { inProcessHost } from '../../session/testing/in-process-host.ts';
import { sessionOf, settled } from '../../session/testing/open-session.ts';
import { topologyOf } from './graph.ts';
import { type WireState, wireStateOf } from './wire-state.ts';

const host = inProcessHost();
afterAll(() => {
  host.close();
});

/** Reads wires of a real run: which wire, and at the first step of which kind. */
async function wiresOf(request: Partial<RunRequest> = {}) {
  const session = await sessionOf('ecommerce-order-created', host, request);
  session.run.getState().start();
  await settled(session);
  const { scenario, trace } = session.run.getState();
  const { opening } = trace;
  const { wires } = topologyOf(scenario, opening);
  return (kind: 'call' | 'publish' | 'deliver', at: Happening['kind']): WireState => {
    const cursor = trace.steps.find((step) => step.kind === at)?.number ?? 0;
    const steps = trace.steps.slice(0, cursor);
    const wire = wires.find((one) => one.kind === kind);
    if (wire === undefined) throw new Error(`no ${kind}`);
    return wireStateOf(wire, {
      scenario,
      cursor,
      story: new Story(opening).extend(trace.steps),
      moving: project(moving, opening, steps).now,
      components: project(components, opening, steps),
      messages: project(messages, opening, steps),
    });
  };
}

describe('a wire', () => {
  it('carries what moves at the step, and nothing at another', async () => {
    const wire = await wiresOf();

    expect(wire('call', 'request.sent').moving?.label).toBe('POST /orders');
    expect(wire('publish', 'request.sent').moving).toBeNull();
    expect(wire('publish', 'message.published').moving?.label).toBe('OrderCreated');
  });

  it('holds a message that is on its way while something else moves', async () => {
    const wire = await wiresOf();

    expect(wire('deliver', 'publish.confirmed').under.map(({ label }) => label)).toEqual(['OrderCreated']);
    expect(wire('deliver', 'message.received').under).toEqual([]);
    expect(wire('deliver', 'run.rested').under).toEqual([]);
  });

  it('waits for an answer, and knows when none will come', async () => {
    const wire = await wiresOf({ caseId: 'zombie' });

    expect(wire('call', 'rows.read').answer).toBe('waiting');
    expect(wire('call', 'call.broken').answer).toBe('lost');
    expect((await wiresOf())('call', 'reply.received').answer).toBe('rest');
  });

  it('says of an event that died with its handler that it was never published', async () => {
    const wire = await wiresOf({ caseId: 'zombie' });

    expect(wire('publish', 'transaction.committed').never).toBeNull();
    expect(wire('publish', 'service.crashed').never).toBe('OrderCreated');
    expect(wire('publish', 'run.rested').never).toBe('OrderCreated');
  });

  it('does not say so of one that an outbox keeps', async () => {
    const wire = await wiresOf({ caseId: 'told-by-outbox' });

    expect(wire('publish', 'service.crashed').never).toBeNull();
  });
});
