import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanEntry } from '#sim/scenario/plan.ts';
import { decodeLink, LINK_MAX } from './decode-link.ts';
import { encodeLink } from './encode-link.ts';
import { type LinkState, plainLink } from './link-state.ts';
import { pack, UNPACKED_MAX } from './packing.ts';

const crash: PlanEntry = {
  kind: 'fault',
  id: null,
  fault: 'crash',
  on: 'order',
  forMs: 1_000,
  details: {},
  when: {
    kind: 'selector',
    selector: {
      point: 'tx.after_commit',
      in: 'order',
      instance: null,
      handler: null,
      message: null,
      subject: null,
      command: null,
      callee: null,
      n: 1,
    },
  },
};

const order: PlanEntry = {
  kind: 'run',
  id: null,
  command: 'A-BOOK2',
  with: { id: 'O-2', lines: [{ sku: 'ä & "b"', qty: 2 }] },
  instance: null,
  repeat: 1,
  everyMs: 0,
  when: { kind: 'time', atMs: 2_000 },
};

const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
const states: fc.Arbitrary<LinkState> = fc.record({
  scenarioId: id,
  draft: fc.option(
    fc.record({
      format: fc.constant(1 as const),
      id,
      layers: fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<never>), {
        minLength: 1,
        maxLength: 4,
      }),
    }),
  ),
  choices: fc.dictionary(id, id, { maxKeys: 8 }),
  caseId: fc.option(id),
  seed: fc.nat(2 ** 31 - 1),
  entries: fc.array(fc.constantFrom(crash, order), { maxLength: 6 }),
  cursor: fc.nat(100_000),
});

/** Objects of another realm or without a prototype say the same as plain ones. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a link', () => {
  it('is the bare address while everything is as the scenario has it', async () => {
    expect(await encodeLink(plainLink('transactional-outbox'))).toBe('#/play/transactional-outbox');
  });

  it('carries a whole run in words a person can read', async () => {
    const state = { ...plainLink('dual-write'), choices: { publishing: 'outbox' }, entries: [crash], cursor: 9 };

    expect(await encodeLink(state)).toBe(
      '#/play/dual-write?v=1&c=publishing.outbox&plan=crash@tx.after_commit:order%231&at=9',
    );
  });

  it('comes back as what it was made of', async () => {
    await fc.assert(
      fc.asyncProperty(states, async (state) => {
        const decoded = await decodeLink(await encodeLink(state));
        expect(plain(decoded)).toEqual({ ok: true, value: plain(state) });
      }),
      { numRuns: 300 },
    );
  });

  it('stays under a few hundred characters for a built-in run', async () => {
    const state = { ...plainLink('saga-lost-update-countermeasures'), entries: [crash, order, crash], cursor: 99_999 };

    expect((await encodeLink(state)).length).toBeLessThan(400);
  });
});

describe('a damaged link', () => {
  const found = async (hash: string) => {
    const decoded = await decodeLink(hash);
    if (decoded.ok) return 'sound';
    return { problems: decoded.problem.problems.map(({ kind }) => kind), nearest: decoded.problem.nearest };
  };

  it('loses only what cannot be used', async () => {
    expect(await found('#/play/outbox?v=1&c=publishing.outbox,nonsense&seed=-1&plan=crash&case=x&at=1e9')).toEqual({
      problems: ['choice', 'seed', 'plan', 'cursor'],
      nearest: { ...plainLink('outbox'), choices: { publishing: 'outbox' }, caseId: 'x' },
    });
  });

  it('says which plan entry it is and why', async () => {
    const decoded = await decodeLink('#/play/outbox?v=1&plan=crash%40');

    expect(decoded.ok).toBe(false);
    if (decoded.ok) return;
    expect(decoded.problem.problems[0]?.what).toBe('crash@');
    expect(decoded.problem.problems[0]?.detail).toMatch(/\w.*[.]$/);
  });

  it('of a newer version opens the scenario', async () => {
    expect(await found('#/play/outbox?v=2&at=3')).toEqual({
      problems: ['newer-version'],
      nearest: plainLink('outbox'),
    });
  });

  it('that names no scenario leads nowhere', async () => {
    for (const hash of ['#/play/', '#/play/%', '#/atlas/outbox', '#/play/a/b', '#/play/<img>'])
      expect(await found(hash)).toEqual({ problems: ['unknown-address'], nearest: null });
  });

  it('that is longer than any of ours is not looked at', async () => {
    expect(await found(`#/play/outbox?v=1&draft=${'A'.repeat(LINK_MAX)}`)).toEqual({
      problems: ['too-long'],
      nearest: null,
    });
  });

  it('with a file that unpacks without end is refused at half a megabyte', async () => {
    const bomb = await pack(`"${' '.repeat(UNPACKED_MAX * 20)}"`);
    const started = performance.now();

    expect(await found(`#/play/outbox?v=1&draft=${bomb}`)).toEqual({
      problems: ['draft-too-large'],
      nearest: plainLink('outbox'),
    });
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('with a file that is none opens the scenario of that name', async () => {
    for (const text of ['', '{}', '[1]', '{"format":1,"id":"x","layers":[]}', '{"format":1,"id":"x","layers":[1]}'])
      expect(await found(`#/play/outbox?v=1&draft=${await pack(text)}`)).toEqual({
        problems: ['draft'],
        nearest: plainLink('outbox'),
      });
  });
});
