import { describe, expect, it } from 'vitest';
import { twoServices } from '../testing/two-services.ts';
import { typesOwedAfter } from './handler-code.ts';

const emit = { emit: 'OrderPlaced', data: { order: '=body.id' } };
const write = { write: 'orders', insert: { _id: '=body.id' } };

function owed(steps: readonly object[], txPath = '0'): readonly string[] {
  const scenario = twoServices({ services: { order: { handlers: { place: steps as never } } } });
  return typesOwedAfter(scenario.services['order']?.handlers['place']?.steps ?? [], txPath);
}

describe('what a commit makes due', () => {
  it.each([
    ['a message in it', [{ transaction: [write, emit] }], ['OrderPlaced']],
    ['a message behind it', [{ transaction: [write] }, emit], ['OrderPlaced']],
    ['a message in a group behind it', [{ transaction: [write] }, { do: [emit] }], ['OrderPlaced']],
    ['none under a condition', [{ transaction: [write, { ...emit, if: '=true' }] }], []],
    ['none of an else', [{ transaction: [write] }, { do: [], if: '=true', else: [emit] }], []],
    ['none in a loop', [{ transaction: [write, { ...emit, each: { x: '=[1]' } }] }], []],
    ['none behind a reply', [{ transaction: [write] }, { reply: 201 }, emit], []],
    ['none behind a possible refusal', [{ transaction: [write] }, { refuse: 'NO', if: '=false' }, emit], []],
    [
      'one behind a refusal that would have undone it',
      [{ transaction: [{ refuse: 'NO', if: '=false' }, emit] }],
      ['OrderPlaced'],
    ],
    ['none before it', [emit, { transaction: [write] }], []],
  ])('%s', (_, steps, types) => {
    const at = steps.findIndex((step) => 'transaction' in step);
    expect(owed(steps, String(at))).toEqual(types);
  });

  it('counts what shares the condition of the transaction', () => {
    expect(owed([{ do: [{ transaction: [write] }, emit], if: '=true' }], '0.0')).toEqual(['OrderPlaced']);
  });
});
