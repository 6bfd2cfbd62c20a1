import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Draft } from './draft.ts';
import { parseScenario } from './parse.ts';
import { resolveScenario } from './resolve.ts';
import { sketchOpening } from './sketch.ts';
import { editedJson } from './testing/json-edits.ts';
import { edited } from './testing/marked.ts';
import { designs, later, oneOrder } from './testing/fixtures.ts';
import { resolved } from './testing/resolved.ts';

describe('resolving a scenario', () => {
  it('fills in the safe profile', () => {
    const { services } = resolved(oneOrder);

    expect(services['inventory']?.messaging).toEqual({
      publish: 'outbox',
      relay: 'polling-unpublished',
      pollMs: 50,
      ack: 'after-commit',
      inbox: 'atomic',
      confirm: true,
    });
    expect(services['inventory']?.consumes).toEqual([
      {
        name: 'order-events',
        queue: 'inventory.order-events',
        handlers: { OrderCreated: 'take-from-shelf' },
        prefetch: 10,
        deliveryLimit: null,
        deadLetter: false,
        redeliverMs: 0,
      },
    ]);
  });

  it('keeps the order of the file, bases first', () => {
    expect(Object.keys(resolved(designs).services)).toEqual(['order', 'inventory', 'user']);
    expect(Object.keys(resolved(designs).promises.map(({ id }) => id))).toHaveLength(2);
  });

  it('puts one option of every choice in force', () => {
    const byDefault = resolved(designs);
    const direct = resolved(designs, { choices: { publishing: 'direct-after-commit', consuming: 'off' } });

    expect(byDefault.chosen).toEqual({ publishing: 'outbox', consuming: 'atomic', limit: 'three' });
    expect(byDefault.services['order']?.messaging.publish).toBe('outbox');
    expect(direct.services['order']?.messaging.publish).toBe('direct-after-commit');
    expect(direct.services['inventory']?.messaging.inbox).toBe('off');
  });

  it.each([
    [{ publishing: 'direct-after-commit' }, 100],
    [{ limit: 'none' }, 75],
    [{}, 20],
  ])('goes on to `otherwise`, as deep as it is: %j', (choices, pollMs) => {
    expect(resolved(designs, { choices }).services['user']?.messaging.pollMs).toBe(pollMs);
  });

  it('leaves a key out whose option is not listed, and splices a picked list', () => {
    const none = resolved(designs, { choices: { limit: 'none' } });

    expect(none.services['inventory']?.consumes[0]).toMatchObject({ deliveryLimit: null, deadLetter: false });
    expect(none.plan.map((entry) => entry.kind)).toEqual(['run', 'run', 'operate']);
    expect(resolved(designs).plan.map((entry) => entry.kind)).toEqual(['run']);
  });

  it('lays the scenario over its base: maps by key, lists as a whole, null removes', () => {
    const { services, promises } = resolved(designs);

    expect(services['user']?.title).toBe('user');
    expect(services['user']?.database?.rows['users']).toHaveLength(2);
    expect(promises.map(({ id }) => id)).toEqual(['stock-conserved', 'no-zombie']);
  });

  it('lays a case over the scenario, all but its end and what it breaks', () => {
    const zombie = resolved(designs, { caseId: 'zombie' });

    expect(zombie.chosen['publishing']).toBe('direct-after-commit');
    expect(zombie.plan).toHaveLength(2);
    expect(zombie.expect).toBeNull();
    expect(zombie.breaks).toEqual(['no-zombie']);
    expect(zombie.untilMs).toBe(30_000);
    expect(resolved(designs, { caseId: 'patient' }).untilMs).toBeNull();
    expect(resolved(designs, { caseId: 'zombie', choices: { publishing: 'outbox' } }).chosen['publishing']).toBe(
      'outbox',
    );
  });

  it('makes every version complete, on the version it builds on', () => {
    const inventory = resolved(designs).services['inventory'];
    const { careful, bold } = inventory?.versions ?? {};

    expect(Object.keys(inventory?.versions ?? {})).toEqual(['careful', 'bold']);
    expect(careful?.says).toBe('Notes who was served.');
    expect(bold?.handlers).toEqual(careful?.handlers);
    expect(bold?.consumes[0]?.prefetch).toBe(10);
    expect(careful?.consumes[0]?.prefetch).toBe(5);
    expect(bold?.database).toEqual(inventory?.database);
  });

  it('starts a service as the version it names, with v1 among the others', () => {
    const text = edited(
      designs.text,
      '    versions:\n      careful:',
      '    version: careful\n    versions:\n      careful:',
    );
    const inventory = resolved({ ...designs, text }).services['inventory'];

    expect(inventory?.version).toBe('careful');
    expect(inventory?.says).toBe('Notes who was served.');
    expect(Object.keys(inventory?.versions ?? {})).toEqual(['v1', 'bold']);
    expect(inventory?.versions['v1']?.says).toBeNull();
  });

  it('gives every step the path the code panel points at', () => {
    const text = oneOrder.text.replace('- reply: 201', '- if: =total > 0\n          reply: 201');
    const withElse = text.replace(
      '          body: { id: =body.id }\n\n',
      '          body: { id: =body.id }\n          else: [{ reply: 400 }]\n\n',
    );
    const steps = resolved({ ...oneOrder, text: withElse }).services['order']?.handlers['place-order']?.steps ?? [];
    const transaction = steps[2];

    expect(steps.map(({ path }) => path)).toEqual(['0', '1', '2', '3']);
    expect(transaction?.verb === 'transaction' ? transaction.steps.map(({ path }) => path) : []).toEqual([
      '2.0',
      '2.1',
      '2.2',
    ]);
    expect(steps[3]?.otherwise.map(({ path, verb }) => `${path} ${verb}`)).toEqual(['3.else.0 reply']);
  });

  it('offers no command that nobody answers', () => {
    expect(Object.keys(resolved(designs).commands)).toContain('B-BOOK6');
    const text = edited(designs.text, 'api: { POST /orders: place-order }', 'api: { PUT /orders: place-order }');

    expect(Object.keys(resolved({ ...designs, text }).commands)).toEqual(['A-BOOK2']);
  });
});

describe('a draft', () => {
  const draft = (): Draft => {
    const parsed = parseScenario(designs);
    if (!parsed.ok) throw new Error('the fixture does not parse');
    return parsed.value;
  };

  it('travels as JSON and resolves to the same scenario', () => {
    const travelled = JSON.parse(JSON.stringify(draft())) as Draft;

    expect(resolveScenario(travelled, { choices: {}, caseId: 'zombie' })).toEqual(
      resolveScenario(draft(), { choices: {}, caseId: 'zombie' }),
    );
  });

  it('with an unknown choice, option or case is refused, by name', () => {
    const found = resolveScenario(draft(), { choices: { colour: 'red', limit: 'six' }, caseId: 'nowhere' });

    expect(found.ok ? [] : found.problem.map(({ message }) => message)).toEqual([
      'There is no `nowhere`. (cases)',
      '`six` is not an option of `limit`. (choices.limit.options)',
      'There is no choice `colour`. (choices)',
    ]);
  });

  it('that asks for a later version is refused with the path', () => {
    const parsed = parseScenario(later);
    const found = parsed.ok ? resolveScenario(parsed.value, { choices: {}, caseId: null }) : parsed;

    expect(found.ok ? [] : found.problem.map(({ message }) => message)).toContain(
      '`flows` is not yet in this version. (flows)',
    );
  });

  it.each([
    ['no layers', { format: 1, id: 'x', layers: [] }],
    ['a layer that is no map', { format: 1, id: 'x', layers: [[1]] }],
    ['an id that is no text', { format: 1, id: { a: 1 }, layers: [{}] }],
    ['a name every object has', JSON.parse('{"format":1,"id":"x","layers":[{"services":{"__proto__":{}}}]}')],
    ['values without end', { format: 1, id: 'x', layers: [{ a: Array.from({ length: 130_000 }, () => 0) }] }],
  ])('with %s is refused', (_, unfit) => {
    expect(resolveScenario(unfit as Draft, { choices: {}, caseId: null }).ok).toBe(false);
  });

  it('that nests without end is refused', () => {
    let nested: unknown = 1;
    for (let depth = 0; depth < 5_000; depth += 1) nested = [nested];

    expect(
      resolveScenario({ format: 1, id: 'x', layers: [{ plan: nested }] } as Draft, { choices: {}, caseId: null }).ok,
    ).toBe(false);
  });

  it('with any part spoiled gives a scenario or findings, never an exception', () => {
    const { layers } = draft();
    const caseId = fc.constantFrom('zombie', 'patient', 'nowhere', null);

    fc.assert(
      fc.property(editedJson(layers), caseId, (spoiled, id) => {
        const found = resolveScenario({ format: 1, id: 'x', layers: spoiled } as unknown as Draft, {
          choices: {},
          caseId: id,
        });
        if (found.ok) sketchOpening(found.value);
        else expect(found.problem.length).toBeGreaterThan(0);
      }),
      { numRuns: 3_000 },
    );
  });
});

it('reads no YAML and no schema: the page resolves without the parser', () => {
  const reached = new Set<string>();
  const visit = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(
      /^(?:import|export) (?!type)[^;]*?from '([^']+)'/gms,
    )) {
      if (from.startsWith('.')) visit(join(dirname(file), from));
      else reached.add(from);
    }
  };
  for (const entry of ['resolve', 'sketch', 'plan-line', 'match', 'listing'])
    visit(join(import.meta.dirname, `${entry}.ts`));

  expect(reached.size).toBeGreaterThan(20);
  expect([...reached].filter((name) => !name.startsWith('/'))).toEqual([]);
});
