import { describe, expect, it } from 'vitest';
import { checkScenario } from './check.ts';
import { edited } from './testing/marked.ts';
import { designs, later, oneOrder, oneOrderLesson, tiny } from './testing/fixtures.ts';

const brief = (found: ReturnType<typeof checkScenario>) =>
  found.map(({ line, code, message }) => `${line} ${code} ${message}`);

describe('checking a scenario', () => {
  it('finds nothing in a sound one', () => {
    expect(checkScenario(oneOrder, oneOrderLesson)).toEqual([]);
    expect(checkScenario(designs)).toEqual([]);
    expect(checkScenario(tiny)).toEqual([]);
  });

  it('answers every later part of the format with one sentence, and says nothing else', () => {
    const found = checkScenario(later);

    expect(found.map(({ code }) => code).filter((code) => code !== 'not-yet')).toEqual([]);
    expect(found.map(({ message }) => message.split('`')[1])).toMatchInlineSnapshot(`
      [
        "mode",
        "databases",
        "replica",
        "relay",
        "migrator",
        "attempts",
        "backoff",
        "cap",
        "jitter",
        "breaker",
        "timers",
        "idempotency",
        "startAt",
        "start",
        "lock",
        "timer",
        "together",
        "database",
        "owns",
        "flows",
        "monitor",
        "lose",
        "order.relay",
        "flow.command_sent",
        "replay",
        "flow-ends",
        "compensation-complete",
        "flow.instances",
        "challenge",
      ]
    `);
  });

  it('reports everything at once, in order of place', () => {
    const text = oneOrder.text
      .replace('minutes: 8', 'minutes: 0')
      .replace('standsFor: MongoDB', 'standFor: MongoDB')
      .replace('- reply: 201', '- rply: 201');

    expect(brief(checkScenario({ ...oneOrder, text }))).toEqual([
      '7 value-type `minutes` wants a whole number from 1 to 600.',
      '46 key-unknown `rply` means nothing here; did you mean `reply`?',
      '46 step-verb A step has exactly one verb; this one has 0.',
      '53 key-unknown `standFor` means nothing here; did you mean `standsFor`?',
    ]);
  });

  it('names a stray sign once, not everything behind it', () => {
    const text = edited(
      oneOrder.text,
      'update: { $inc: { on_hand: =-line.qty } }',
      'update: { $inc: { on_hand: =line[0].qty } } }',
    );
    const codes = checkScenario({ ...oneOrder, text }).map(({ code }) => code);

    expect(codes.length).toBeLessThan(4);
    expect(codes).toContain('yaml-syntax');
  });

  it('lets one option stand for what the others leave out', () => {
    const text = edited(
      designs.text,
      '{ none: No limit, three: Three }',
      '{ none: No limit, three: Three, five: Five, six: Six }',
    );

    expect(brief(checkScenario({ ...designs, text }))).toEqual(['15 option-never-used No value depends on `six`.']);
  });

  it('looks into options that are not the default', () => {
    const text = edited(
      designs.text,
      'insert into order_items select :body.id, sku',
      'insert into order_items select :bdy.id, sku',
    );
    const hidden = edited(text, 'default: outbox', 'default: direct-after-commit');

    expect(brief(checkScenario({ ...designs, text: hidden }))).toEqual(['30 expr-name Nothing here is called `bdy`.']);
  });

  it('looks into versions, where they build on one another', () => {
    const text = edited(
      designs.text,
      'consumes: { order-events: { prefetch: 10 } }',
      'consumes: { order-events: { OrderCreated: serve } }',
    );

    expect(brief(checkScenario({ ...designs, text }))).toEqual([
      '63 handler-unknown Inventory Service has no handler `serve`.',
    ]);
  });

  it('looks into cases, at the place in the case', () => {
    const text = edited(designs.text, 'breaks: [no-zombie]', 'breaks: [wallet-conserved]');

    expect(brief(checkScenario({ ...designs, text }))).toEqual([
      '93 promise-unknown There is no promise `wallet-conserved`.',
    ]);
  });

  it('places a finding of a base in the base', () => {
    const shop = edited(
      designs.bases['shop'] ?? '',
      'unit_price_cents: 1200, source_version: 1',
      'unit_price_cents: .inf, source_version: 1',
    );
    const [found, ...more] = checkScenario({ ...designs, bases: { shop } });

    expect(more).toEqual([]);
    expect(found).toMatchObject({
      file: '_bases/shop.yaml',
      line: 28,
      code: 'value-type',
      message: 'Endless numbers are not read.',
    });
  });

  it('leaves alone what a base brings and this scenario does not use', () => {
    const text = edited(designs.text, 'api: { POST /orders: place-order }', 'api: { PUT /orders: place-order }');
    const found = checkScenario({ ...designs, text });

    expect(new Set(found.map(({ file, code }) => `${file} ${code}`))).toEqual(
      new Set(['_bases/shop.yaml call-unknown', 'scenario.yaml call-unknown']),
    );
    expect(found.filter(({ file }) => file !== 'scenario.yaml')).toHaveLength(1);
  });
});
