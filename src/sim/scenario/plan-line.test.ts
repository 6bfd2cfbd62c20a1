import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FaultEntry, OperateEntry, PlanEntry, RunEntry, Selector, When } from './plan.ts';
import { without } from './own.ts';
import { parsePlanLine, printPlanEntry } from './plan-line.ts';

const anyText = fc.oneof(
  fc.constantFrom(
    'order',
    'order/2',
    'order.db',
    'a->b',
    'O-1',
    'true',
    'null',
    '12',
    '5s',
    'never',
    '=n',
    "='O-' + string(n)",
    'x=y',
    'a/b',
    '',
  ),
  fc.string({ maxLength: 12 }),
);
const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z0-9]$/);
const ms = fc.integer({ min: 0, max: 3_600_000 });
const whole = fc.integer({ min: 1, max: 8 });
const details = fc.dictionary(
  fc.oneof(name, fc.string({ minLength: 1, maxLength: 6 })),
  fc.oneof(
    anyText,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.dictionary(name, anyText), { maxLength: 2 }),
  ),
  { maxKeys: 3, noNullPrototype: true },
);
const orNull = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });

const selector: fc.Arbitrary<Selector> = fc.record({
  point: fc.constantFrom('tx.after_commit', 'broker.deliver'),
  in: orNull(fc.oneof(name, fc.constant('order.relay'))),
  instance: orNull(whole),
  handler: orNull(anyText),
  message: orNull(anyText),
  subject: orNull(anyText),
  command: orNull(anyText),
  callee: orNull(anyText),
  n: fc.oneof(fc.integer({ min: 1, max: 1_000 }), fc.constant('every' as const)),
});
const when: fc.Arbitrary<When> = fc.oneof(
  fc.record({ kind: fc.constant('time' as const), atMs: ms }),
  fc.record({ kind: fc.constant('selector' as const), selector }),
);
const target = fc.constantFrom('order', 'order/2', 'order.db', 'broker', 'order->user', 'inventory.order-events.dead');

/** What `resolve` makes: `in` and `instance` default to those of the target, so an entry never says less than its target. */
function settled(entry: FaultEntry | OperateEntry): PlanEntry {
  if (entry.when.kind === 'time') return entry;
  const service = /^[a-z]+/.exec(entry.on)?.[0] ?? null;
  const own = entry.on.startsWith('broker') ? null : service;
  const instance = entry.on === 'order/2' ? 2 : null;
  const { selector: at } = entry.when;
  return {
    ...entry,
    when: { kind: 'selector', selector: { ...at, in: at.in ?? own, instance: at.instance ?? instance } },
  };
}

const run: fc.Arbitrary<RunEntry> = fc.record({
  kind: fc.constant('run' as const),
  id: orNull(name),
  command: fc.constantFrom('A-BOOK2', 'LOOK'),
  with: details,
  instance: orNull(whole),
  repeat: fc.integer({ min: 1, max: 10_000 }),
  everyMs: ms,
  when,
});
const fault: fc.Arbitrary<PlanEntry> = fc
  .record({
    kind: fc.constant('fault' as const),
    id: orNull(anyText),
    fault: fc.constantFrom('crash', 'down', 'lose'),
    on: target,
    forMs: orNull(ms),
    details,
    when,
  })
  .map((entry) => settled({ ...entry, details: without(entry.details, 'for') }));
const operate: fc.Arbitrary<PlanEntry> = fc
  .record({
    kind: fc.constant('operate' as const),
    id: orNull(anyText),
    operation: fc.constantFrom('deploy', 'replay'),
    on: target,
    details,
    when,
  })
  .map(settled);

describe('a plan entry in one line', () => {
  it('reads back as the same entry', () => {
    fc.assert(
      fc.property(fc.oneof(run, fault, operate), (entry) => {
        expect(parsePlanLine(printPlanEntry(entry))).toEqual({ ok: true, value: entry });
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    'crash@tx.after_commit:order#1',
    'crash(for=never)@tx.after_commit:order/message=OrderCreated#every',
    'crash>order/2@3s',
    'down>inventory.db(for=2900ms)@2s',
    'run:A-BOOK2(id=O-2)@2s',
    'run:A-BOOK2>2*10/3s@0ms',
    'run:LOOK@rpc.client.received/command=A-BOOK2#1',
    'late=run:A-BOOK2@1m',
    'operate:deploy>order(version=v2)@5s',
    'operate:replay>inventory.order-events.dead@6s',
  ])('is stable: %s', (line) => {
    const read = parsePlanLine(line);

    expect(read.ok ? printPlanEntry(read.value) : read.problem).toBe(line);
  });

  it('takes what a person leaves out', () => {
    expect(parsePlanLine(' crash@tx.after_commit:order ')).toEqual(
      parsePlanLine('crash>order@tx.after_commit:order#1'),
    );
    expect(parsePlanLine('crash>order.db@tx.after_commit')).toEqual(
      parsePlanLine('crash>order.db@tx.after_commit:order#1'),
    );
  });

  it.each([
    ['', 'Expected a kind of entry, such as crash or run at ``.'],
    ['crash', 'An entry needs a time or a place: `@2s` or `@tx.after_commit:order`.'],
    ['crash@2s', 'At a time, say whom it strikes: `crash>order@2s`.'],
    ['crash@tx.after_commit', 'Say where: `@tx.after_commit:order`.'],
    ['crash>order@2s tail', 'Nothing may follow `crash>order@2s`; here follows ` tail`.'],
    ['crash>order@99m', '`99m` is no duration within an hour; write 200ms, 5s or 2m.'],
    ['crash>order(for)@2s', 'The detail `for` needs a value: `for=…`.'],
    ['crash>order(for=soon)@2s', '`soon` is no duration within an hour; write 200ms, 5s or 2m.'],
    ['crash>order(a=[1)@2s', 'The value of `a` cannot be read at `[1)@2s`.'],
    [
      'crash@tx.begin:order/colour=red',
      'Nothing is filtered by `colour`; known: instance, handler, message, subject, command, callee.',
    ],
    ['crash@tx.begin:order#0', '`#` wants a whole number from 1 to 1000000.'],
    ['walk:there@2s', '`walk:` means nothing here; write `run:` or `operate:`, or a fault alone.'],
  ])('says what is wrong with "%s"', (line, sentence) => {
    expect(parsePlanLine(line)).toEqual({ ok: false, problem: sentence });
  });

  it('never throws, whatever stands there', () => {
    const pieces = fc.array(
      fc.constantFrom(
        'crash',
        'run:',
        '@',
        '>',
        '(',
        ')',
        '=',
        '"',
        '[',
        '{',
        '}',
        '#',
        '/',
        '*',
        '2s',
        'tx.begin',
        ':',
        'order',
        ',',
        '\\',
        '1',
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          pieces.map((all) => all.join('')),
        ),
        (line) => void parsePlanLine(line),
      ),
      { numRuns: 2_000 },
    );
  });
});
