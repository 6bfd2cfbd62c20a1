import { describe, expect, it } from 'vitest';
import { invariant } from '#sim/model/invariant.ts';
import { sketchOpening } from '#sim/scenario/sketch.ts';
import { PLAIN_REQUEST } from '../../session/run-request.ts';
import { sourceOf } from '../../session/testing/open-session.ts';
import { topologyOf } from './graph.ts';

async function topologyFor(id: string, choices: Readonly<Record<string, string>> = {}) {
  const source = await sourceOf(id);
  const scenario = source.resolve({ ...PLAIN_REQUEST, choices });
  invariant(scenario.ok, `${id} can be resolved`);
  return topologyOf(scenario.value, sketchOpening(scenario.value));
}

describe('the topology of a scenario', () => {
  it('has the clients, the services with their databases, the queues, and the ways between them', async () => {
    const { clients, services, broker, wires } = await topologyFor('ecommerce-order-created');

    expect(clients.map(({ title }) => title)).toEqual(['Alice']);
    expect(services.map(({ actor, front, relay, work }) => [actor, front, relay, work])).toEqual([
      ['order', true, true, 'api'],
      ['inventory', false, false, 'consumer'],
      ['user', false, false, 'consumer'],
    ]);
    expect(broker?.queues.map(({ name }) => name)).toEqual(['inventory.order-events', 'user.order-events']);
    expect(wires.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'call client:Alice>service:order',
      'publish service:order>exchange:shop.events',
      'deliver queue:inventory.order-events>service:inventory',
      'deliver queue:user.order-events>service:user',
    ]);
  });

  it('shows the tables a service writes, and names the others', async () => {
    const { services } = await topologyFor('ecommerce-order-created');
    const order = services.find(({ actor }) => actor === 'order')?.database;

    expect(order?.shown).toEqual(expect.arrayContaining(['orders', 'order_items', 'outbox']));
    expect(order?.named).toContain('product_ref');
  });

  it('has no relay and no outbox where events are sent directly', async () => {
    const { services } = await topologyFor('ecommerce-order-created', { publishing: 'direct-after-commit' });
    const order = services.find(({ actor }) => actor === 'order');

    expect(order?.relay).toBe(false);
    expect([...(order?.database?.shown ?? []), ...(order?.database?.named ?? [])]).not.toContain('outbox');
  });

  it('has a way of its own for a statement that reaches into the database of another', async () => {
    const { wires } = await topologyFor('database-ownership');

    expect(wires.filter(({ kind }) => kind === 'reach').map(({ id }) => id)).toEqual(
      expect.arrayContaining(['service:order>service:inventory#reach']),
    );
  });

  it('labels a way by the first request along it, and says how many more there are', async () => {
    const { wires } = await topologyFor('encapsulation-api');
    const call = wires.find(({ from, kind }) => kind === 'call' && from.kind === 'service');

    expect(call?.label).toMatch(/^(GET|rpc) /);
  });

  it('says which engine is real and which stands for another (A3)', async () => {
    const { services } = await topologyFor('technology-diversity');

    expect(services.map(({ database }) => database?.standsFor ?? null)).toEqual([null, 'MongoDB', 'MySQL']);
  });
});
