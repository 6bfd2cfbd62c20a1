import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PLAIN_RUN } from '#sim/scenario/draft.ts';
import { resolveScenario } from '#sim/scenario/resolve.ts';
import { decodeLink } from './decode-link.ts';
import { encodeLink } from './encode-link.ts';
import { plainLink } from './link-state.ts';
import { pack } from './packing.ts';

const LINKS = 5_000;
const HANG_MS = 2_000;

const draft = { format: 1, id: 'own', layers: [{ title: 'x'.repeat(500), services: { order: {} } }] } as const;

const sound = [
  '#/play/outbox',
  '#/play/outbox?v=1&c=publishing.outbox,consumer.idempotent&case=broker-down&seed=7&at=12',
  '#/play/outbox?v=1&plan=crash@tx.after_commit:order%231&plan=run:A-BOOK2(id%3DO-2)@2s&at=31',
  await encodeLink({ ...plainLink('own', draft), cursor: 3 }),
];

const pieces = [
  '%',
  '%E0%A4%A',
  '&',
  '=',
  '?',
  '#',
  '../',
  '<script>',
  '__proto__',
  '\u0000',
  '\ud800',
  '9'.repeat(400),
  '@',
  '(',
  'draft=',
];

/** A stretch of a sound link replaced, doubled or left out. */
const mutated = fc
  .tuple(
    fc.constantFrom(...sound),
    fc.array(fc.tuple(fc.nat(600), fc.nat(40), fc.oneof(fc.constantFrom(...pieces), fc.string(), fc.base64String())), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([link, cuts]) =>
    cuts.reduce((text, [at, length, instead]) => {
      const start = at % (text.length + 1);
      return text.slice(0, start) + instead + text.slice(start + length);
    }, link),
  );

it(`answers each of ${String(LINKS)} mutated links with a state or a problem, and at once`, async () => {
  let slowest = 0;
  await fc.assert(
    fc.asyncProperty(mutated, async (hash) => {
      const started = performance.now();
      const decoded = await decodeLink(hash);
      slowest = Math.max(slowest, performance.now() - started);
      if (!decoded.ok) {
        expect(decoded.problem.problems.length).toBeGreaterThan(0);
        for (const { what } of decoded.problem.problems) expect(what.length).toBeLessThanOrEqual(80);
      }
      const state = decoded.ok ? decoded.value : decoded.problem.nearest;
      if (state !== null) expect((await decodeLink(await encodeLink(state))).ok).toBe(true);
      if (state !== null && state.draft !== null) resolveScenario(state.draft, PLAIN_RUN);
    }),
    { numRuns: LINKS },
  );
  expect(slowest).toBeLessThan(HANG_MS);
});

it('opens nothing that is deeper than a computer can count', async () => {
  const deep = `{"format":1,"id":"x","layers":[${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}]}`;
  const started = performance.now();

  const decoded = await decodeLink(`#/play/own?v=1&draft=${await pack(deep)}`);
  const state = decoded.ok ? decoded.value : decoded.problem.nearest;
  if (state?.draft) expect(resolveScenario(state.draft, PLAIN_RUN).ok).toBe(false);

  expect(performance.now() - started).toBeLessThan(HANG_MS);
});
