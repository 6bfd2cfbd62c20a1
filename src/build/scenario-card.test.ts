import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { invariant } from '#sim/model/invariant.ts';
import type { Card } from '../app/catalogue/card.ts';
import { buildScenario } from './built-in.ts';
import { readScenarioTree } from './scenario-folders.ts';

const { folders, bases } = readScenarioTree(join(import.meta.dirname, '..', '..', 'scenarios'), 'scenarios');

function cardOf(id: string): Card {
  const folder = folders.find((one) => one.folder.endsWith(`/${id}`));
  invariant(folder !== undefined, `${id} is shipped`);
  const built = buildScenario(folder, bases);
  invariant(built.ok, `${id} can be used`);
  return built.value.card;
}

/** `order>inventory`, by id instead of position. */
const named = (card: Card, pairs: Card['events']) =>
  pairs.map(([from, to]) => `${card.services[from]?.id ?? ''}>${card.services[to]?.id ?? ''}`);

describe('the card of a scenario', () => {
  it('says who tells whom, and whom the client asks', () => {
    const card = cardOf('ecommerce-order-created');

    expect(named(card, card.events)).toEqual(['order>inventory', 'order>user']);
    expect(card.services.map(({ engine }) => engine)).toEqual(['postgres', 'document', 'sqlite']);
    expect(card.asked).toEqual([0]);
    expect(card.calls).toEqual([]);
  });

  it('says who calls whom', () => {
    const card = cardOf('encapsulation-api');
    expect(named(card, card.calls)).toContain('order>inventory');
  });

  it("says who reaches into another's database", () => {
    const card = cardOf('database-ownership');
    expect(named(card, card.reaches)).toContain('order>inventory');
  });

  it('tells an easy one from a hard one by what it asks of the reader', () => {
    expect(cardOf('ecommerce-order-created').level).toBe('easy');
    expect(cardOf('technology-diversity').level).toBe('medium');
  });

  it('counts the places where the plain run stops, and all questions', () => {
    const { beats, predictions } = cardOf('ecommerce-order-created');
    expect(beats).toBeGreaterThan(3);
    expect(predictions).toBeGreaterThanOrEqual(2);
  });
});
