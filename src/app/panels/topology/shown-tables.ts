import type { TableContents } from '#sim/model/rows.ts';
import type { Service } from '#sim/scenario/scenario.ts';
import { tablesIn } from '#sim/scenario/sql-text.ts';
import { stepsOf } from './steps-of.ts';

const TABLES_AT_MOST = 3;

/** Which tables a drawer shows with rows, how many rows of each, and which it only names. Fixed for a scenario: what jumps about cannot be followed. */
export interface ShownTables {
  readonly shown: readonly string[];
  readonly rowsEach: number;
  readonly named: readonly string[];
}

/** The tables a service writes come first, its outbox among them; those it only reads are named below. */
export function shownTables(
  service: Service,
  tables: readonly Pick<TableContents, 'name' | 'system'>[],
  rows: number,
): ShownTables {
  const written = writtenTables(service);
  const own = tables.filter(({ system }) => !system).map(({ name }) => name);
  const outbox = service.messaging.publish === 'outbox' && hasVerb(service, ['emit', 'send']) ? ['outbox'] : [];
  const inbox = service.messaging.inbox !== 'off' && service.consumes.length > 0 ? ['inbox'] : [];
  const changing = [...own.filter((name) => written.has(name)), ...outbox];
  const still = own.filter((name) => !written.has(name));
  const shown = (changing.length > 0 ? changing : still).slice(0, TABLES_AT_MOST);
  return {
    shown,
    rowsEach: shown.length === 1 ? 3 : shown.length === 2 ? rows : 1,
    named: [...inbox, ...changing, ...still].filter((name) => !shown.includes(name)),
  };
}

const hasVerb = (service: Service, verbs: readonly string[]): boolean =>
  stepsOf(service).some(({ verb }) => verbs.includes(verb));

function writtenTables(service: Service): ReadonlySet<string> {
  const names = stepsOf(service).flatMap((step): readonly string[] => {
    if (step.verb !== 'write' || (step.in !== null && step.in !== service.id)) return [];
    return step.change.kind === 'sql' ? tablesIn(step.change.sql).slice(0, 1) : [step.change.collection];
  });
  return new Set(names);
}
