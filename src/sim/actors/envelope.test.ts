import { expect, it } from 'vitest';
import { digest, Envelopes, type Letter, traceparent } from './envelope.ts';

const letter: Letter = {
  kind: 'event',
  source: '/order',
  type: 'OrderCreated',
  version: 1,
  subject: 'O-1',
  correlationid: 'R-1',
  causationid: 'R-1',
  data: { order: 'O-1' },
};

it('seals a CloudEvents envelope with ids and sequences counted per run (R-ENV-1, R-ENV-2)', () => {
  const envelopes = new Envelopes();
  const first = envelopes.seal(letter);
  const second = envelopes.seal({ ...letter, correlationid: 'R-2' });
  const other = envelopes.seal({ ...letter, subject: 'O-2' });
  const command = envelopes.seal({ ...letter, kind: 'command', type: 'ReserveStock' });

  expect([first.id, second.id, other.id, command.id]).toEqual(['E-1', 'E-2', 'E-3', 'C-1']);
  expect([first.sequence, second.sequence, other.sequence]).toEqual(['00000001', '00000002', '00000001']);
  expect(first).toMatchObject({
    specversion: '1.0',
    dataschema: 'OrderCreated/1',
    partitionkey: 'O-1',
    causationid: 'R-1',
  });
});

it('gives one trace to a business transaction and one span to a message', () => {
  const [a, b, c] = [traceparent('R-1', 'E-1'), traceparent('R-1', 'E-2'), traceparent('R-2', 'E-1')];

  expect(a).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  expect(a.slice(0, 35)).toBe(b.slice(0, 35));
  expect(a.slice(36)).not.toBe(b.slice(36));
  expect(a.slice(0, 35)).not.toBe(c.slice(0, 35));
  expect(digest('R-1', 40)).toHaveLength(40);
});
