import { Envelopes } from '../actors/envelope.ts';
import { receive } from '../actors/consumer.ts';
import type { Instance, ServiceState, World } from '../actors/world.ts';
import type { BrokerDeclarations } from '../broker/declaration.ts';
import { QueueBroker } from '../broker/queue-broker.ts';
import type { Database, EngineKind, EngineManifest, EngineServer } from '../kernel/engine-port.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { migrationOrder } from '../scenario/migration-order.ts';
import type { Scenario, Service } from '../scenario/scenario.ts';
import { sketchOpening } from '../scenario/sketch.ts';
import type { Opening, OpeningDatabase } from '../trace/trace.ts';

/** Engines, started when first asked for and kept for the next run. */
export interface Engines {
  manifest(kind: EngineKind): EngineManifest;
  server(kind: EngineKind): Promise<EngineServer>;
}

/** A scenario that an engine will not take: which service, and what the engine said. */
export interface OpeningProblem {
  readonly service: string;
  readonly what: string;
  readonly detail: string;
}

/** Starts every service's database on its engine, and the broker. Nothing has happened yet: this is cursor 0. */
export async function openWorld(
  scenario: Scenario,
  engines: Engines,
): Promise<Result<{ readonly world: World; readonly opening: Opening }, OpeningProblem>> {
  const sketch = sketchOpening(scenario);
  const services = new Map<string, ServiceState>();
  const databases: OpeningDatabase[] = [];
  await resetEngines(scenario, engines);
  for (const service of Object.values(scenario.services)) {
    const opened = await openDatabase(service, engines);
    if (!opened.ok) return opened;
    const { database, applied } = opened.value;
    if (database !== null) databases.push(await describe(service, database, engines));
    services.set(service.id, stateOf(service, database, applied));
  }
  const world: World = {
    scenario,
    broker: new QueueBroker(declarationsOf(sketch)),
    envelopes: new Envelopes(),
    services,
    statements: new Map(),
    consumers: new Map(),
    receive: (service, instance, delivery) => receive(world, service, instance, delivery),
  };
  return ok({ world, opening: { ...sketch, databases } });
}

async function resetEngines(scenario: Scenario, engines: Engines): Promise<void> {
  const kinds = new Set(
    Object.values(scenario.services).flatMap(({ database }) => (database === null ? [] : [database.engine])),
  );
  for (const kind of kinds) await (await engines.server(kind)).reset();
}

type OpenedDatabase = Result<
  { readonly database: Database | null; readonly applied: readonly string[] },
  OpeningProblem
>;

async function openDatabase(service: Service, engines: Engines): Promise<OpenedDatabase> {
  const spec = service.database;
  if (spec === null) return ok({ database: null, applied: [] });
  const database = await (await engines.server(spec.engine)).open(spec);
  const names = migrationOrder(Object.keys(spec.migrations));
  for (const name of names) {
    const applied = await database.migrate(name, spec.migrations[name] ?? '', 0);
    if (!applied.ok) return fail({ service: service.id, what: name, detail: applied.problem.message });
  }
  const seeded = await database.seed();
  if (!seeded.ok) return fail({ service: service.id, what: seeded.problem.table, detail: seeded.problem.message });
  return ok({ database, applied: names });
}

async function describe(service: Service, database: Database, engines: Engines): Promise<OpeningDatabase> {
  const { id, engine, standsFor } = database.spec;
  const { product } = engines.manifest(engine);
  return { id, owner: service.id, engine, product, standsFor, tables: await database.snapshot() };
}

function stateOf(service: Service, database: Database | null, applied: readonly string[]): ServiceState {
  const instances: Instance[] = Array.from({ length: service.instances }, (_, at) => ({
    number: at + 1,
    up: true,
    life: 1,
    mailboxes: new Map(),
    busy: new Set(),
    answering: new Map(),
  }));
  return {
    service,
    database,
    databaseUp: true,
    instances,
    relay: 'idle',
    recorded: new Map(),
    appliedMigrations: applied,
  };
}

/** Queues with a delivery limit are quorum queues, as the limit is theirs (R-Q-10). */
function declarationsOf(opening: Opening): BrokerDeclarations {
  return {
    exchanges: opening.exchanges,
    queues: opening.queues.map(({ name, bindings, deliveryLimit, deadLetterTo }) => ({
      name,
      type: deliveryLimit === null ? 'classic' : 'quorum',
      bindings,
      deliveryLimit,
      deadLetter: deadLetterTo === null ? null : { queue: deadLetterTo },
    })),
  };
}
