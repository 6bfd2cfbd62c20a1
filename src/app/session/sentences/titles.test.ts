import { expect, it } from 'vitest';
import type { Opening } from '#sim/trace/trace.ts';
import { titlesOf } from './use-say.ts';

const service = (id: string, title: string, instances: number) => ({
  id,
  title,
  role: 'service',
  instances,
  version: 'v1',
  database: null,
});
const opening: Opening = {
  clients: [{ id: 'Alice', title: 'Alice' }],
  services: [service('order', 'Order Service', 1), service('user', 'User Service', 2)],
  databases: [],
  exchanges: [],
  queues: [],
};

it('says a service by its title, and which of its instances only where there are several', () => {
  const title = titlesOf(opening);

  expect(['order', 'order/1', 'user/2', 'Alice', 'x', 'x/1'].map(title)).toEqual([
    'Order Service',
    'Order Service',
    'User Service 2',
    'Alice',
    'x',
    'x 1',
  ]);
});
