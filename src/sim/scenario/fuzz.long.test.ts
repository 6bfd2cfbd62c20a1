import fc from 'fast-check';
import { cpuUsage } from 'node:process';
import { afterEach, describe, expect, it } from 'vitest';
import { checkScenario } from './check.ts';
import { parseLesson } from './lesson-parse.ts';
import { parseScenario, type ScenarioSource } from './parse.ts';
import { resolveScenario } from './resolve.ts';
import { bases, designs, later, oneOrder, oneOrderLesson, tiny } from './testing/fixtures.ts';
import { edited } from './testing/marked.ts';
import { mutated } from './testing/mutations.ts';

const LONGEST_MS = 2_000;
/** For all files of one fixture, on a machine with much else to do. */
const PATIENCE_MS = 300_000;
/** Five thousand files in all, a share for each fixture; the small one stands for most. */
const RUNS = { tiny: 3_600, oneOrder: 600, designs: 350, later: 250, base: 200, lesson: 300 };

/** In milliseconds of computing, which a busy machine does not stretch. */
let slowest = 0;
const timed = <Result>(work: () => Result): Result => {
  const before = cpuUsage();
  const result = work();
  slowest = Math.max(slowest, cpuUsage(before).user / 1_000);
  return result;
};

/** A spoiled file gives findings or a scenario, and what is sound resolves to a scenario or to findings. */
function survives(source: ScenarioSource): void {
  const found = timed(() => checkScenario(source));
  for (const { line, column, endLine, message } of found) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(endLine).toBeGreaterThanOrEqual(line);
    expect(message).toMatch(/[.?]$/);
  }
  const draft = parseScenario(source);
  if (!draft.ok) {
    expect(draft.problem.length).toBeGreaterThan(0);
    return;
  }
  const scenario = timed(() => resolveScenario(draft.value, { choices: {}, caseId: null }));
  if (found.every(({ severity }) => severity === 'warning')) expect(scenario.ok).toBe(true);
}

const many = (count: number, one: (n: number) => string, between: string): string =>
  Array.from({ length: count }, (_, n) => one(n)).join(between);

const REPLY = '        - { reply: 200, body: =note }';
const withReply = (step: string): string => edited(tiny.text, REPLY, `${step}\n${REPLY}`);
const withRead = (sql: string): string =>
  edited(tiny.text, 'select id, says from notes where id = :params.id', `|\n            ${sql}`);

describe('a spoiled scenario file', () => {
  it.each([
    ['of forty lines', tiny, RUNS.tiny],
    ['of one layer', oneOrder, RUNS.oneOrder],
    ['with choices, versions and cases', designs, RUNS.designs],
    ['with everything that comes later', later, RUNS.later],
  ] as const)(
    '%s is answered, never an exception',
    (_, source, numRuns) => {
      fc.assert(
        fc.property(mutated(source.text), (text) => survives({ ...source, text })),
        { numRuns },
      );
    },
    PATIENCE_MS,
  );

  it(
    'under a sound one is answered too',
    () => {
      fc.assert(
        fc.property(mutated(bases.shop), (shop) => survives({ ...designs, bases: { shop } })),
        { numRuns: RUNS.base },
      );
    },
    PATIENCE_MS,
  );

  it.each([
    ['brackets', '['.repeat(250_000)],
    ['dashes', '- '.repeat(120_000)],
    ['open maps', '{ a: '.repeat(50_000)],
    ['indents', Array.from({ length: 690 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['keys', Array.from({ length: 25_000 }, (_, index) => `k${index}: 1`).join('\n')],
    ['quotes', '"'.repeat(250_000)],
    ['tags', '! '.repeat(120_000)],
    [
      'aliases of aliases',
      `a0: &a0 [x, x, x, x, x, x, x, x]\n${Array.from({ length: 40 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array.from({ length: 8 }, () => `*a${n}`).join(', ')}]`).join('\n')}`,
    ],
    ['itself', 'a: &a { b: *a }'],
    ['bases in a circle', 'base: shop'],
    [
      'versions in a circle',
      oneOrder.text.replace('  user:\n', '    versions: { a: { after: b }, b: { after: a } }\n  user:\n'),
    ],
    ['expressions', `${oneOrder.text}\n# `.replace('minutes: 8', `minutes: "=${'('.repeat(400)}"`)],
    ['names', withReply(`        - let: { ${many(5_000, (n) => `a${n}: =b${n}`, ', ')} }`)],
    ['steps', withReply(many(3_000, (n) => `        - { reply: 200, body: =a${n} }`, '\n'))],
    ['calls of dates', withRead(`select ${'date('.repeat(3_900)}`)],
    ['brackets in SQL', withRead(`with ${'a( '.repeat(6_600)}`)],
    ['tables', withRead(`select 1 from ${'notes, '.repeat(2_800)}`)],
    ['holes', withRead(`select ${':a, '.repeat(4_900)}`)],
    ['unknown keys', `${tiny.text}${many(6_000, (n) => `key${n}: 1`, '\n')}`],
    ['cases', `${tiny.text}${many(39, (n) => `  c${n}: { minutes: ${n + 3} }`, '\n')}`],
    [
      'rows',
      oneOrder.text.replace(
        'movements: []',
        `movements: [${Array.from({ length: 9_000 }, (_, index) => `{ _id: ${index} }`).join(', ')}]`,
      ),
    ],
  ])('made of %s is answered within two seconds', (_, text) => {
    const source = {
      ...oneOrder,
      text: text.startsWith('format') ? text : `format: 1\n${text}`,
      bases: { shop: 'base: shop' },
    };

    timed(() => checkScenario(source));
  });
});

describe('a spoiled lesson', () => {
  it(
    'is answered, never an exception',
    () => {
      fc.assert(
        fc.property(mutated(oneOrderLesson.text), (text) => {
          parseLesson({ ...oneOrderLesson, text });
          timed(() => checkScenario(oneOrder, { ...oneOrderLesson, text }));
        }),
        { numRuns: RUNS.lesson },
      );
    },
    PATIENCE_MS,
  );
});

afterEach(() => {
  expect(slowest).toBeLessThan(LONGEST_MS);
});
