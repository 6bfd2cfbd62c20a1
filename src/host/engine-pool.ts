import type { EngineKind, EngineManifest, EngineServer, LoadProgress } from '#sim/kernel/engine-port.ts';
import { invariant } from '#sim/model/invariant.ts';
import type { Engines } from '#sim/simulation/open-world.ts';

/** Engines started once and kept warm. A start that failed is tried again the next time it is asked for. */
export class EnginePool implements Engines {
  readonly #manifests: ReadonlyMap<EngineKind, EngineManifest>;
  readonly #onProgress: (progress: LoadProgress) => void;
  readonly #servers = new Map<EngineKind, Promise<EngineServer>>();

  constructor(manifests: readonly EngineManifest[], onProgress: (progress: LoadProgress) => void) {
    this.#manifests = new Map(manifests.map((manifest) => [manifest.kind, manifest]));
    this.#onProgress = onProgress;
  }

  manifest(kind: EngineKind): EngineManifest {
    const manifest = this.#manifests.get(kind);
    invariant(manifest !== undefined, `there is an engine for ${kind}`);
    return manifest;
  }

  server(kind: EngineKind): Promise<EngineServer> {
    const known = this.#servers.get(kind);
    if (known !== undefined) return known;
    const started = this.manifest(kind).start(this.#onProgress);
    this.#servers.set(kind, started);
    started.catch(() => this.#servers.delete(kind));
    return started;
  }

  /** Lets go of engines that may be dead: the next run starts its own. What is dead cannot be closed. */
  forget(): void {
    this.#servers.clear();
  }

  async close(): Promise<void> {
    const servers = [...this.#servers.values()];
    this.#servers.clear();
    for (const server of servers) await (await server).close();
  }
}
