import { processEngines } from '#host/in-process.ts';
import type { Database, Refusal } from '#sim/kernel/engine-port.ts';
import type { Diagnostic } from '#sim/scenario/diagnostic.ts';
import type { HandlerStep } from '#sim/scenario/handler-step.ts';
import { migrationOrder } from '#sim/scenario/migration-order.ts';
import type { Scenario, Service } from '#sim/scenario/scenario.ts';
import { compileSql } from '#sim/scenario/sql-text.ts';
import { error, type Locator } from './locate.ts';

const EXPLAIN = 'explain ';

interface Prepared {
  readonly database: Database;
  readonly product: string;
}

/** Everything that `engineFindings` would ask, as one text: two designs with the same text get the same answers. */
export function askedOf(scenario: Scenario): string {
  return JSON.stringify(
    Object.values(scenario.services).flatMap((service) =>
      [service, ...Object.values(service.versions)].map(askedOfService),
    ),
  );
}

function askedOfService({ id, database, handlers }: Service) {
  const statements = Object.values(handlers).flatMap(({ steps }) => statementsIn(steps, id));
  return [id, database?.engine, database?.migrations, database?.rows, statements];
}

/** What the real engines say about a design: its migrations, its rows, and every statement once its tables are there. */
export async function engineFindings(scenario: Scenario, locator: Locator): Promise<readonly Diagnostic[]> {
  const services = Object.values(scenario.services);
  for (const kind of new Set(services.flatMap(({ database }) => (database === null ? [] : [database.engine])))) {
    await (await processEngines.server(kind)).reset();
  }
  const check = new EngineCheck(locator);
  for (const service of services) await check.open(service);
  for (const service of services) await check.statements(service);
  for (const service of services) await check.versions(service);
  return check.findings;
}

class EngineCheck {
  readonly findings: Diagnostic[] = [];
  readonly #locator: Locator;
  readonly #databases = new Map<string, Prepared>();
  readonly #said = new Set<string>();

  constructor(locator: Locator) {
    this.#locator = locator;
  }

  async open(service: Service): Promise<void> {
    const spec = service.database;
    if (spec === null) return;
    const database = await (await processEngines.server(spec.engine)).open(spec);
    const prepared = { database, product: processEngines.manifest(spec.engine).product };
    this.#databases.set(service.id, prepared);
    if (!(await this.#migrate(prepared, spec.migrations, []))) {
      this.#databases.delete(service.id);
      return;
    }
    const seeded = await database.seed();
    if (seeded.ok) return;
    const { table, message } = seeded.problem;
    const path = ['services', service.id, 'database', 'rows', table];
    this.findings.push(
      this.#locator.at(path, error('row-rejected', `${prepared.product} refuses this row: ${message}`)),
    );
  }

  async statements(service: Service): Promise<void> {
    for (const handler of Object.values(service.handlers)) {
      for (const { sql, owner } of statementsIn(handler.steps, service.id)) await this.#explain(sql, owner);
    }
  }

  /** Versions come one after the other, each with what it adds to the tables. */
  async versions(service: Service): Promise<void> {
    const prepared = this.#databases.get(service.id);
    const known = new Set(Object.keys(service.database?.migrations ?? {}));
    for (const version of Object.values(service.versions)) {
      const migrations = version.database?.migrations ?? {};
      if (prepared !== undefined && !(await this.#migrate(prepared, migrations, [...known]))) return;
      for (const name of Object.keys(migrations)) known.add(name);
      await this.statements(version);
    }
  }

  async #migrate(
    { database, product }: Prepared,
    migrations: Readonly<Record<string, string>>,
    applied: readonly string[],
  ): Promise<boolean> {
    for (const name of migrationOrder(Object.keys(migrations))) {
      const script = migrations[name] ?? '';
      if (applied.includes(name)) continue;
      const result = await database.migrate(name, script, 0);
      if (result.ok) continue;
      this.#reject(script, product, result.problem, 0);
      return false;
    }
    return true;
  }

  /** Lets the engine plan the statement with nothing bound: names, types and syntax are its to judge, rows are not touched. */
  async #explain(sql: string, owner: string): Promise<void> {
    const prepared = this.#databases.get(owner);
    const key = `${owner} ${sql}`;
    if (prepared === undefined || this.#said.has(key)) return;
    this.#said.add(key);
    const { parts, names } = compileSql(sql);
    const [first = '', ...rest] = parts;
    const operation = { kind: 'sql', parts: [EXPLAIN + first, ...rest], values: names.map(() => null) } as const;
    const result = await prepared.database.query(operation, owner);
    if (!result.ok) this.#reject(sql, prepared.product, result.problem, EXPLAIN.length);
  }

  #reject(sql: string, product: string, { message, position }: Refusal, shift: number): void {
    const start = position === null ? null : position - shift;
    const within = start === null || start < 0 || start >= sql.length ? null : { start, end: start + 1 };
    this.findings.push(this.#locator.inText(sql, within, error('sql-rejected', `${product} says: ${message}`)));
  }
}

interface OwnedSql {
  readonly sql: string;
  readonly owner: string;
}

/** Every SQL text of a handler with the service whose tables it names. */
function statementsIn(steps: readonly HandlerStep[], service: string): readonly OwnedSql[] {
  return steps.flatMap((step) => [...ownSql(step, service), ...statementsIn(step.otherwise, service)]);
}

function ownSql(step: HandlerStep, service: string): readonly OwnedSql[] {
  switch (step.verb) {
    case 'read':
      return step.source.kind === 'sql' ? [{ sql: step.source.sql, owner: step.in ?? service }] : [];
    case 'write':
      return step.change.kind === 'sql' ? [{ sql: step.change.sql, owner: step.in ?? service }] : [];
    case 'transaction':
    case 'do':
      return statementsIn(step.steps, service);
    default:
      return [];
  }
}
