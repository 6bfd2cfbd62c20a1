import { expect, it } from 'vitest';
import { shopTrace } from '../projections/testing/shop-trace.ts';
import type { Expectation } from '../scenario/scenario.ts';
import { compareExpectation } from './expectation.ts';

const said = (expectation: Expectation) => compareExpectation(shopTrace(1), expectation).map(({ says }) => says);

it('compares the columns named, of all rows in key order, inside maps as well', () => {
  expect(
    said({
      'order.orders': [{ id: 'O-1', total_cents: 2400 }],
      'inventory.stock': [{ on_hand: 8 }],
      'client.replies': [{ body: { id: 'O-1' } }],
      'broker.dead': [],
    }),
  ).toEqual([]);
});

it('says in a sentence where the run ended otherwise', () => {
  expect(
    said({
      'inventory.stock': [{ on_hand: 9 }],
      'client.replies': [{ body: { id: 'O-2' }, status: 201 }],
      'order.orders': [],
      'user.order_history': [{}, {}],
      'user.order': [],
    }),
  ).toEqual([
    '`inventory.stock` has 8 at 0.on_hand, expected 9.',
    '`client.replies` has "O-1" at 0.body.id, expected "O-2".',
    '`order.orders` has 1 row, expected 0: [{"id":"O-1","user_id":"U1","status":"PLACED","total_cents":2400}].',
    '`user.order_history` has 1 row, expected 2: [{"user_id":"U1","order_id":"O-1","status":"PLACED","total_cents":2400}].',
    'There is no table `user.order`.',
  ]);
});

it('takes a field that a document lacks for null, and for nothing else', () => {
  expect(said({ 'order.orders': [{ nick: null }] })).toEqual([]);
  expect(said({ 'order.orders': [{ nick: '' }] })).toHaveLength(1);
});
