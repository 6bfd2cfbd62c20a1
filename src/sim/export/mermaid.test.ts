// @vitest-environment happy-dom
import * as fc from 'fast-check';
import mermaid from 'mermaid';
import { describe, expect, it } from 'vitest';
import { aMessage, TraceWriter } from '../projections/testing/trace-writer.ts';
import { shopTrace } from '../projections/testing/shop-trace.ts';
import { toMermaid } from './mermaid.ts';

const HOSTILE = [
  'end',
  'Order; end',
  'a->>b: c',
  '#35;#lt;script#gt;',
  '<script>alert(1)</script>',
  'line\nbreak',
  'loop forever',
  '"quoted" `ticks` %% comment',
  '{ "a": 1 }',
  ':',
  'participant x as y',
  'über Größe 注文',
  '   ',
  '%%{init: {}}%%',
];

async function parses(text: string): Promise<void> {
  expect(await mermaid.parse(text)).toMatchObject({ diagramType: 'sequence' });
}

describe('a run as a Mermaid diagram', () => {
  it('names its participants, what travelled and what was committed', async () => {
    const text = toMermaid(shopTrace(1));

    await parses(text);
    expect(text).toMatchInlineSnapshot(`
      "sequenceDiagram
        actor p0 as Alice
        participant p1 as Order Service
        participant p2 as broker
        participant p3 as Inventory Service
        participant p4 as User Service
        p0->>p1: POST /orders
        Note over p1: commit order-1
        p1-->>p0: 201
        p1--)p2: OrderCreated
        p2-->>p1: confirm
        p2--)p3: OrderCreated
        Note over p3: commit inventory-1
        p3-->>p2: ack
        p2--)p4: OrderCreated
        Note over p4: commit user-1
        p4-->>p2: ack
      "
    `);
  });

  it.each(HOSTILE)('can be told of a service called %j', async (title) => {
    const { opening, steps } = shopTrace(1);
    const services = opening.services.map((service) => ({ ...service, title }));
    const clients = opening.clients.map((client) => ({ ...client, title }));

    await parses(toMermaid({ opening: { ...opening, services, clients }, steps }));
  });

  it.each(HOSTILE)('can be told of a message and a reason called %j', async (text) => {
    const { opening } = shopTrace(0);
    const writer = new TraceWriter();
    const message = aMessage('m1', text);
    writer.add({ kind: 'message.published', message, exchange: text, routingKey: text, by: 'handler' });
    writer.add({ kind: 'message.routed', message, exchange: text, routingKey: text, queues: [] }, { actor: 'broker' });
    writer.add({ kind: 'transaction.aborted', database: 'order', tx: 't1', reason: text });

    await parses(toMermaid({ opening, steps: writer.steps }));
  });

  it('parses whatever a service is called', async () => {
    const { opening, steps } = shopTrace(1);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 12 }), async (title) => {
        const services = opening.services.map((service) => ({ ...service, title }));
        await parses(toMermaid({ opening: { ...opening, services }, steps: steps.slice(0, 12) }));
      }),
      { numRuns: 60 },
    );
  });
});
