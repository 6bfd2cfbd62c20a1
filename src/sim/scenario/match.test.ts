import { describe, expect, it } from 'vitest';
import { stepNumber } from '../model/ids.ts';
import { START } from '../model/time.ts';
import type { Step } from '../trace/step.ts';
import { matchesSelector } from './match.ts';
import type { Selector } from './plan.ts';

const step: Step = {
  kind: 'time.waited',
  ms: 1,
  number: stepNumber(7),
  at: START,
  cause: null,
  actor: 'order',
  instance: 2,
  part: 'relay',
  point: 'publish.after_confirm',
  points: ['publish.after_confirm', 'db.after'],
  line: null,
  about: { message: 'OrderCreated', subject: 'O-1' },
};

const at = (more: Partial<Selector>): Selector => ({
  point: 'publish.after_confirm',
  in: null,
  instance: null,
  handler: null,
  message: null,
  subject: null,
  command: null,
  callee: null,
  n: 1,
  ...more,
});

describe('a selector', () => {
  it.each([
    [{}, true],
    [{ point: 'db.after' }, true],
    [{ point: 'tx.begin' }, false],
    [{ in: 'order' }, true],
    [{ in: 'order.relay' }, true],
    [{ in: 'user' }, false],
    [{ instance: 2 }, true],
    [{ instance: 1 }, false],
    [{ message: 'OrderCreated', subject: 'O-1' }, true],
    [{ message: 'OrderCreated', subject: 'O-2' }, false],
    [{ command: 'A-BOOK2' }, false],
    [{ n: 9 }, true],
  ] satisfies readonly (readonly [Partial<Selector>, boolean])[])('%j matches: %s', (more, matches) => {
    expect(matchesSelector(at(more), step, null)).toBe(matches);
  });

  it('that names nobody means the one it is asked for', () => {
    expect(matchesSelector(at({}), step, 'order')).toBe(true);
    expect(matchesSelector(at({}), step, 'user')).toBe(false);
  });

  it('of the relay does not mean the process', () => {
    expect(matchesSelector(at({ in: 'order.relay' }), { ...step, part: 'process' }, null)).toBe(false);
  });
});
