import { expect, it } from 'vitest';
import type { Choice } from '#sim/scenario/scenario.ts';
import { offered } from './offered.ts';

const choice = (id: string, more: Partial<Choice> = {}): Choice => ({
  id,
  title: id,
  options: [
    { id: 'off', title: 'Off', cost: null },
    { id: 'on', title: 'On', cost: null },
  ],
  default: 'off',
  needs: {},
  secret: false,
  ...more,
});

it('offers a choice only while what it needs is chosen, and never a secret one', () => {
  const choices = [choice('outbox'), choice('relay', { needs: { outbox: 'on' } }), choice('trap', { secret: true })];

  expect(offered(choices, {}).map(({ id }) => id)).toEqual(['outbox']);
  expect(offered(choices, { outbox: 'on' }).map(({ id }) => id)).toEqual(['outbox', 'relay']);
});
