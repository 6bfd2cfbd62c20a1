import type { QueueBroker } from '../broker/queue-broker.ts';
import type { Work } from '../kernel/effect.ts';
import type { Database } from '../kernel/engine-port.ts';
import { invariant } from '../model/invariant.ts';
import type { StepNumber } from '../model/ids.ts';
import type { Message } from '../model/message.ts';
import type { Scenario, Service } from '../scenario/scenario.ts';
import type { Envelopes } from './envelope.ts';

export interface Delivery {
  readonly queue: string;
  readonly consumption: string;
  readonly tag: number;
  readonly message: Message;
  readonly redelivered: boolean;
  /** The life of the instance it was sent to: a restarted instance knows nothing of it. */
  readonly life: number;
  readonly cause: StepNumber;
}

/** What a running instance holds in memory: all of it is gone when it crashes. */
export interface Instance {
  readonly number: number;
  up: boolean;
  /** Counts starts, so that a process can tell that its instance has been restarted. */
  life: number;
  /** Deliveries received and not yet begun, per queue; a consumer works through them one at a time. */
  readonly mailboxes: Map<string, Delivery[]>;
  /** Queues whose consumer is at work. */
  readonly busy: Set<string>;
  /** Calls being answered: whoever waits for them sees a broken connection when the instance dies. */
  readonly answering: Map<string, { readonly signal: string }>;
}

export interface ServiceState {
  /** The version in service. */
  service: Service;
  readonly database: Database | null;
  databaseUp: boolean;
  readonly instances: readonly Instance[];
  /** Whether the relay has its next poll booked, or is at it, and whether more was recorded meanwhile. */
  relay: 'idle' | 'armed' | 'polling' | 'polling-again';
  /** Which step committed an outbox row, by message id: the cause of its publication. */
  readonly recorded: Map<string, StepNumber>;
  appliedMigrations: readonly string[];
}

/** Everything the actors of one run share. */
export interface World {
  readonly scenario: Scenario;
  readonly broker: QueueBroker;
  readonly envelopes: Envelopes;
  readonly services: ReadonlyMap<string, ServiceState>;
  /** SQL of the handlers, read: by its text. */
  readonly statements: Map<string, CompiledStatement>;
  /** Who stands behind a consumer of the broker. */
  readonly consumers: Map<string, Consumer>;
  /** What a service does with a delivery that reached it. */
  readonly receive: (service: string, instance: number, delivery: Delivery) => Work<void>;
}

export interface CompiledStatement {
  readonly parts: readonly string[];
  readonly names: readonly string[];
  readonly tables: readonly string[];
}

export interface Consumer {
  readonly service: string;
  readonly instance: number;
  readonly consumption: string;
  readonly queue: string;
}

export function serviceState(world: World, id: string): ServiceState {
  const state = world.services.get(id);
  invariant(state !== undefined, `there is no service ${id}`);
  return state;
}

export function instanceState(state: ServiceState, number: number): Instance {
  const instance = state.instances[number - 1];
  invariant(instance !== undefined, `${state.service.id} has no instance ${String(number)}`);
  return instance;
}

/** `inventory/1`: how the broker knows one consumer. */
export const consumerId = (service: string, instance: number, queue: string): string =>
  `${service}/${String(instance)}:${queue}`;
