import { nearest } from '../expressions/nearest.ts';
import { own } from '../own.ts';
import type { Problem } from '../problem.ts';
import type { Scenario, Service } from '../scenario.ts';
import { tablesCreatedIn } from '../sql-text.ts';
import type { LaterFacts } from './flows.ts';

/** Tables the product makes in every database. */
export const PRODUCT_TABLES = ['outbox', 'inbox', 'idempotency_key', 'saga_instance', 'saga_step', 'schema_history'];

/** What one resolved scenario is made of, as far as the checks ask for it. */
export interface World {
  readonly scenario: Scenario;
  /** Service → its tables in all versions, lower case, those of the product not included. */
  readonly tables: ReadonlyMap<string, ReadonlySet<string>>;
  readonly flows: LaterFacts;
}

export function worldOf(scenario: Scenario, flows: LaterFacts): World {
  const tables = new Map(Object.values(scenario.services).map((service) => [service.id, tablesOf(service)] as const));
  return { scenario, tables, flows };
}

export const versionsOf = (service: Service): readonly Service[] => [service, ...Object.values(service.versions)];

function tablesOf(service: Service): ReadonlySet<string> {
  const names = versionsOf(service).flatMap(({ database }) => {
    if (database === null) return [];
    return [
      ...Object.values(database.migrations).flatMap(tablesCreatedIn),
      ...database.collections,
      ...Object.keys(database.rows),
    ];
  });
  return new Set(names.map((name) => name.toLowerCase()));
}

/** Comparing a name with more than so many others takes longer than it helps. */
const MOST_COMPARED = 300;

/** `Write `near`.` when a known name is a slip away. */
export function slip(name: string, known: ReadonlySet<string> | readonly string[]): Pick<Problem, 'suggestion'> {
  if (('size' in known ? known.size : known.length) > MOST_COMPARED) return { suggestion: null };
  const names = [...known];
  const near = nearest(name, names);
  if (near !== null) return { suggestion: `Write \`${near}\`.` };
  return { suggestion: names.length === 0 || names.length > 12 ? null : `Known: ${names.join(', ')}.` };
}

export function serviceOf(world: World, id: string): Service | undefined {
  return own(world.scenario.services, id);
}
