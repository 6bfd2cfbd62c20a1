import type { Row } from '../../model/rows.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Step } from '../../trace/step.ts';
import type { Opening } from '../../trace/trace.ts';
import { type Consumption, Consumptions } from './consumptions.ts';
import type { HandlerRun } from './handler-run.ts';
import { HandlerRuns } from './handler-runs.ts';
import { type CommittedChange, Mirror } from './mirror.ts';
import { Outboxes, type OutboxRow } from './outboxes.ts';
import { QueueLedger } from './queue-ledger.ts';
import { ServicesInForce } from './services-in-force.ts';
import { SystemTables } from './system-tables.ts';

/** What one step changed in what is known. */
export interface News {
  readonly step: Step;
  readonly committed: readonly CommittedChange[];
  /** Addresses whose rows changed, system tables included. */
  readonly addresses: ReadonlySet<string>;
  readonly runs: readonly HandlerRun[];
  readonly consumptions: readonly Consumption[];
  readonly outbox: { readonly changed: boolean; readonly added: readonly OutboxRow[] };
}

/** Everything the promises of a run judge by, kept once for all of them. */
export class Facts {
  readonly opening: Opening;
  readonly mirror: Mirror;
  readonly services: ServicesInForce;
  readonly ledger: QueueLedger;
  readonly outboxes: Outboxes;
  readonly consumptions: Consumptions;
  readonly #system: SystemTables;
  readonly #runs: HandlerRuns;

  constructor(scenario: Scenario, opening: Opening) {
    this.opening = opening;
    this.mirror = new Mirror(opening);
    this.services = new ServicesInForce(scenario, opening);
    this.ledger = new QueueLedger(opening);
    this.outboxes = new Outboxes(opening, this.mirror);
    this.consumptions = new Consumptions(opening);
    this.#system = new SystemTables(opening, this.ledger);
    this.#runs = new HandlerRuns(this.services);
  }

  /** Rows of `service.table` or of a system table. */
  rows(address: string): readonly Row[] {
    return this.#system.rows(address) ?? this.mirror.rows(address);
  }

  observe(step: Step): News {
    this.services.observe(step);
    const committed = this.mirror.observe(step);
    const system = this.#system.observe(step, this.ledger.observe(step));
    const runs = this.#runs.observe(step);
    return {
      step,
      committed,
      addresses: addressesOf(committed, system),
      runs,
      consumptions: this.consumptions.observe(step, runs),
      outbox: this.outboxes.observe(committed),
    };
  }
}

const NOWHERE: ReadonlySet<string> = new Set();

/** Most steps change no table. */
function addressesOf(committed: readonly CommittedChange[], system: readonly string[]): ReadonlySet<string> {
  if (committed.length === 0 && system.length === 0) return NOWHERE;
  const addresses = new Set(system);
  for (const { address } of committed) addresses.add(address);
  return addresses;
}
