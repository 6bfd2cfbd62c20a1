import { expect, it } from 'vitest';
import { serviceInStory } from './focus.ts';
import { aStep } from './testing/steps.ts';

const steps = [
  aStep(1, { kind: 'transaction.begun', database: 'order', tx: 't1' }, { actor: 'order' }),
  aStep(2, { kind: 'time.waited', ms: 1 }, { actor: 'user' }),
  aStep(3, { kind: 'time.waited', ms: 1 }, { actor: 'Alice' }),
];

it('stays with the service of the latest step that concerns one of the candidates', () => {
  expect(serviceInStory(steps, 1, ['user', 'order'])).toBe('order');
  expect(serviceInStory(steps, 3, ['order', 'user'])).toBe('user');
  expect(serviceInStory(steps, 0, ['order', 'user'])).toBe('order');
  expect(serviceInStory(steps, 3, [])).toBeNull();
});

it('is about the owner of a database that another service reached into', () => {
  const reach = aStep(
    1,
    {
      kind: 'access.denied',
      database: 'order',
      caller: 'user',
      statement: { text: 'select', values: [] },
      refusal: { reason: 'permission', code: '42501', message: 'denied', position: null },
      by: 'engine',
    },
    { actor: 'user' },
  );

  expect(serviceInStory([reach], 1, ['user', 'order'])).toBe('order');
});
