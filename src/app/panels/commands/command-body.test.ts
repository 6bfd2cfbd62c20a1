import { describe, expect, it } from 'vitest';
import type { RunEntry } from '#sim/scenario/plan.ts';
import type { Command } from '#sim/scenario/scenario.ts';
import { freshBody, runEntry } from './command-body.ts';

const command: Command = {
  name: 'A-BOOK2',
  client: 'Alice',
  service: 'order',
  operation: 'POST /orders',
  body: { id: 'O-1', user: 'U1', lines: [{ sku: 'SKU-BOOK', qty: 2 }] },
  key: null,
};
const run = (more: Partial<RunEntry> = {}): RunEntry => ({
  kind: 'run',
  id: null,
  command: 'A-BOOK2',
  with: {},
  instance: null,
  repeat: 1,
  everyMs: 0,
  when: { kind: 'time', atMs: 0 },
  ...more,
});

describe('the form of a command', () => {
  it('proposes an id that no run of the plan has used', () => {
    expect(freshBody(command, [])['id']).toBe('O-1');
    expect(freshBody(command, [run()])['id']).toBe('O-2');
    expect(freshBody(command, [run(), run({ with: { id: 'O-2' } })])['id']).toBe('O-3');
  });

  it('puts into the plan only what the reader changed', () => {
    const body = { ...command.body, id: 'O-2', lines: [{ qty: 2, sku: 'SKU-BOOK' }] };

    expect(runEntry(command, body, 12)).toEqual(run({ with: { id: 'O-2' }, when: { kind: 'time', atMs: 12 } }));
  });
});
