import type { Scenario, Service } from '../../scenario/scenario.ts';
import type { Step } from '../../trace/step.ts';
import type { Opening } from '../../trace/trace.ts';

/** Which version of each service is in force. */
export class ServicesInForce {
  readonly #scenario: Scenario;
  readonly #versions: Map<string, string>;

  constructor(scenario: Scenario, opening: Opening) {
    this.#scenario = scenario;
    this.#versions = new Map(opening.services.map(({ id, version }) => [id, version]));
  }

  get(id: string): Service | null {
    const first = this.#scenario.services[id];
    const version = this.#versions.get(id);
    return (version === undefined ? undefined : first?.versions[version]) ?? first ?? null;
  }

  get all(): readonly Service[] {
    return Object.keys(this.#scenario.services).flatMap((id) => this.get(id) ?? []);
  }

  observe(step: Step): void {
    if (step.kind === 'service.deployed') this.#versions.set(step.service, step.version);
  }
}
