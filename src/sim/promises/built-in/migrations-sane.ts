import type { Json } from '../../model/json.ts';
import type { Row } from '../../model/rows.ts';
import type { Service } from '../../scenario/scenario.ts';
import type { Step } from '../../trace/step.ts';
import type { Facts } from '../facts/facts.ts';
import { evidence, foundOpen, type StartTrial } from '../trial.ts';

/** No migration failed, and every database has those of its service's version in force (INV-26, R-MIG). */
export const migrationsSane: StartTrial = (facts) => {
  /** By database, what its engine said; gone once a migration goes through there. */
  const refused = new Map<string, string>();
  return {
    observe({ step, committed }) {
      const { size } = refused;
      note(step, refused);
      const moved = step.kind === 'service.deployed' || step.kind === 'migration.applied' || refused.size !== size;
      return moved || committed.some(({ table }) => table === 'schema_history');
    },
    find() {
      const failed = [...refused].map(([database, message]) => ({ database, refused: message }));
      return foundOpen(evidence([...failed, ...facts.services.all.flatMap((one) => gaps(facts, one))], (gap) => gap));
    },
  };
};

function note(step: Step, refused: Map<string, string>): void {
  if (step.kind === 'migration.applied') refused.delete(step.database);
  if (step.kind !== 'statement.refused' || !step.points.includes('migration.refused')) return;
  refused.set(step.database, `${step.refusal.code}: ${step.refusal.message}`);
}

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

const scriptOf = ({ script }: Row): string => (typeof script === 'string' ? script.replace(/\.sql$/, '') : '');
