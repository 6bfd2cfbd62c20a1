import type { Json } from '../../model/json.ts';
import type { Row } from '../../model/rows.ts';
import type { Service } from '../../scenario/scenario.ts';
import type { Facts } from '../facts/facts.ts';
import { evidence, foundOpen, type StartTrial } from '../trial.ts';

/** No migration failed, and every database has those of its service's version in force (INV-26, R-MIG). */
export const migrationsSane: StartTrial = (facts) => ({
  observe: ({ step, committed }) =>
    step.kind === 'service.deployed' ||
    step.kind === 'migration.applied' ||
    committed.some(({ table }) => table === 'schema_history'),
  find: () =>
    foundOpen(
      evidence(
        facts.services.all.flatMap((service) => gaps(facts, service)),
        (gap) => gap,
      ),
    ),
});

function gaps(facts: Facts, { id, version, database }: Service): readonly Json[] {
  if (database === null) return [];
  const history = facts.rows(`${database.id}.schema_history`);
  const failed = history.filter(hasFailed).map((row) => ({ database: database.id, failed: scriptOf(row) }));
  const applied = new Set(history.map(scriptOf));
  const missing = Object.keys(database.migrations).filter((name) => !applied.has(name));
  return [...failed, ...missing.map((name) => ({ service: id, version, missing: name }))];
}

/** SQLite has no booleans. */
const hasFailed = ({ success }: Row): boolean => success === false || success === 0;

const scriptOf = ({ script }: Row): string => String(script ?? '').replace(/\.sql$/, '');
