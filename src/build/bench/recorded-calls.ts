import type {
  Database,
  DatabaseSpec,
  EngineKind,
  EngineManifest,
  EngineServer,
  Operation,
} from '#sim/kernel/engine-port.ts';
import type { Engines } from '#sim/simulation/open-world.ts';

/** One call a run sent to an engine, ready to be sent again. */
interface Call {
  readonly database: string;
  readonly send: (database: Database) => Promise<unknown>;
}

/** Everything a run asked of its engines, in order. */
export interface Recording {
  readonly opened: readonly DatabaseSpec[];
  readonly calls: readonly Call[];
}

/** Engines that do what the real ones do, and note what they were asked. */
export class RecordingEngines implements Engines {
  readonly #engines: Engines;
  readonly #opened: DatabaseSpec[] = [];
  readonly #calls: Call[] = [];

  constructor(engines: Engines) {
    this.#engines = engines;
  }

  get recording(): Recording {
    return { opened: this.#opened, calls: this.#calls };
  }

  manifest(kind: EngineKind): EngineManifest {
    return this.#engines.manifest(kind);
  }

  async server(kind: EngineKind): Promise<EngineServer> {
    const server = await this.#engines.server(kind);
    return {
      open: async (spec) => {
        this.#opened.push(spec);
        return this.#noting(await server.open(spec));
      },
      reset: () => server.reset(),
      close: () => server.close(),
    };
  }

  #noting(database: Database): Database {
    const note = <Answer>(send: (database: Database) => Promise<Answer>): Promise<Answer> => {
      this.#calls.push({ database: database.spec.id, send });
      return send(database);
    };
    return {
      spec: database.spec,
      tables: () => note((to) => to.tables()),
      query: (operation: Operation, as) => note((to) => to.query(operation, as)),
      begin: (as) => note((to) => to.begin(as)),
      execute: (operation: Operation) => note((to) => to.execute(operation)),
      commit: () => note((to) => to.commit()),
      rollback: () => note((to) => to.rollback()),
      migrate: (name, script, virtualMs) => note((to) => to.migrate(name, script, virtualMs)),
      seed: () => note((to) => to.seed()),
      snapshot: () => note((to) => to.snapshot()),
      crash: () => note((to) => to.crash()),
    };
  }
}

/** Sends a recording straight to the engines: no kernel, no broker, no actors, no trace. */
export async function replay({ opened, calls }: Recording, engines: Engines): Promise<void> {
  for (const kind of new Set(opened.map(({ engine }) => engine))) await (await engines.server(kind)).reset();
  const databases = new Map<string, Database>();
  for (const spec of opened) databases.set(spec.id, await (await engines.server(spec.engine)).open(spec));
  for (const { database, send } of calls) {
    const to = databases.get(database);
    if (to === undefined) throw new Error(`The recording asks ${database}, which it never opened.`);
    await send(to);
  }
}
