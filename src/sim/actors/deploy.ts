import { consult, migrate, record, type Work } from '../kernel/effect.ts';
import { migrationOrder } from '../scenario/migration-order.ts';
import type { Service } from '../scenario/scenario.ts';
import { changesBetween } from './migration-changes.ts';
import type { ServiceState } from './world.ts';

/** Puts a version of a service in service: its new migrations run first, then its code answers (R-MIG). */
export function* deploy(state: ServiceState, version: Service, id: string): Work<void> {
  const { database } = state;
  const wanted = version.database?.migrations ?? {};
  const missing = migrationOrder(Object.keys(wanted)).filter((name) => !state.appliedMigrations.includes(name));
  for (const name of missing) {
    if (database === null) break;
    const before = yield* consult(() => database.snapshot());
    const result = yield* migrate(database, name, wanted[name] ?? '');
    if (!result.ok) {
      yield* record({
        actor: version.id,
        happening: {
          kind: 'statement.refused',
          database: database.spec.id,
          tx: null,
          statement: { text: wanted[name] ?? '', values: [] },
          refusal: result.problem,
        },
        points: ['migration.refused'],
      });
      return;
    }
    state.appliedMigrations = [...state.appliedMigrations, name];
    const tables = yield* consult(() => database.tables());
    const changes = changesBetween(before, yield* consult(() => database.snapshot()));
    yield* record({
      actor: version.id,
      happening: { kind: 'migration.applied', database: database.spec.id, name, tables, changes },
      points: ['migration.applied', 'migration.after_history_row'],
    });
  }
  state.service = version;
  yield* record({
    happening: { kind: 'service.deployed', service: version.id, version: id, says: version.says },
    points: ['service.deployed'],
  });
}
