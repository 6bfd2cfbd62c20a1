import { crashInstance } from '../actors/lifecycle.ts';
import { DEFAULT_RESTART_MS } from '../actors/latency.ts';
import { armRelay } from '../actors/relay.ts';
import { type Instance, type ServiceState, type World } from '../actors/world.ts';
import { consult, crash as crashEngine, record, recover, start, type Work } from '../kernel/effect.ts';
import type { Database } from '../kernel/engine-port.ts';
import { printJson } from '../model/print-json.ts';
import type { FaultEntry } from '../scenario/plan.ts';
import type { FaultKind } from './fault.ts';

interface Target {
  readonly state: ServiceState;
  readonly instances: readonly Instance[];
  readonly database: boolean;
}

/** `order`: all its instances; `order/2`: one of them; `order.db`: its database, which is another component (E11). */
function targetOf(world: World, on: string): Target | null {
  const database = on.endsWith('.db');
  const [service = '', number] = (database ? on.slice(0, -3) : on).split('/');
  const state = world.services.get(service);
  if (state === undefined) return null;
  const instances =
    number === undefined ? state.instances : state.instances.filter((one) => one.number === Number(number));
  return { state, instances, database };
}

/** F-SVC-1, F-SVC-2, F-DB-5 and every other crash: what is lost depends on the point it strikes at. */
export const crash: FaultKind = {
  kind: 'crash',
  applies: (world, entry) => {
    const target = targetOf(world, entry.on);
    if (target === null) return false;
    return target.database ? target.state.databaseUp : target.instances.some(({ up }) => up);
  },
  *strike(world, entry) {
    const target = targetOf(world, entry.on);
    if (target === null) return;
    if (target.database) return yield* crashDatabase(world, target.state, entry);
    for (const instance of target.instances)
      if (instance.up) yield* crashInstance(world, target.state, instance, entry.forMs);
  },
};

function* crashDatabase(world: World, state: ServiceState, entry: FaultEntry): Work<void> {
  const { database } = state;
  if (database === null) return;
  const id = database.spec.id;
  const before = database.spec.engine === 'memory' ? yield* consult(() => database.snapshot()) : [];
  state.databaseUp = false;
  yield* crashEngine(database);
  const changes = before.flatMap(({ name: table, rows, columns }) =>
    rows.map((row) => {
      const key = columns.filter((column) => column.key).map(({ name }) => printJson(row[name]));
      return { table, key: key.join(', '), before: row, after: null };
    }),
  );
  yield* record({
    happening: { kind: 'database.crashed', database: id, changes },
    points: ['database.crashed'],
    actor: state.service.id,
  });
  yield* start(
    { actor: state.service.id, instance: 0, part: 'process' },
    () => restartDatabase(world, state, database),
    entry.forMs ?? DEFAULT_RESTART_MS,
  );
}

function* restartDatabase(world: World, state: ServiceState, database: Database): Work<void> {
  const id = database.spec.id;
  state.databaseUp = true;
  yield* recover(database);
  yield* record({ happening: { kind: 'database.restarted', database: id }, points: ['database.restarted'] });
  if (state.recorded.size > 0) yield* armRelay(world, state);
}
