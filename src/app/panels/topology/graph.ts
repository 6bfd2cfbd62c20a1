import type { ActorId, DatabaseId } from '#sim/model/ids.ts';
import { type Place, reachId, wireId, type WireKind } from '#sim/projections/place.ts';
import type { HandlerStep } from '#sim/scenario/handler-step.ts';
import type { Scenario, Service } from '#sim/scenario/scenario.ts';
import type { Opening, OpeningDatabase, OpeningQueue } from '#sim/trace/trace.ts';
import { ownTone, type OwnTone } from '../../ui/service-look.ts';
import { shownTables, type ShownTables } from './shown-tables.ts';
import { stepsOf } from './steps-of.ts';

export interface ClientBox {
  readonly actor: ActorId;
  readonly title: string;
}

export interface ServiceBox {
  readonly actor: ActorId;
  readonly title: string;
  readonly tone: OwnTone;
  readonly instances: number;
  /** Called by clients and not only a consumer: it stands in the middle, where there is more room. */
  readonly front: boolean;
  /** Whether a relay publishes what its outbox holds. */
  readonly relay: boolean;
  /** What its process is when nothing runs in it. */
  readonly work: 'api' | 'consumer' | 'nothing';
  readonly database: DatabaseBox | null;
}

export interface DatabaseBox extends ShownTables {
  readonly id: DatabaseId;
  readonly engine: OpeningDatabase['engine'];
  readonly standsFor: string | null;
}

export interface QueueBox {
  readonly name: string;
  readonly service: ActorId;
  /** The queue its dead letters go to. */
  readonly dead: string | null;
  readonly deliveryLimit: number | null;
}

export interface BrokerBox {
  readonly exchanges: readonly string[];
  readonly queues: readonly QueueBox[];
}

export interface Wire {
  readonly id: string;
  readonly kind: WireKind;
  readonly from: Place;
  readonly to: Place;
  readonly label: string;
}

/** Who is on the picture of a run, and which ways there are between them. */
export interface Topology {
  readonly clients: readonly ClientBox[];
  readonly services: readonly ServiceBox[];
  readonly broker: BrokerBox | null;
  readonly wires: readonly Wire[];
}

/** Reads the picture out of a scenario: it is the same before, during and after a run. */
export function topologyOf(scenario: Scenario, opening: Opening): Topology {
  const queues = opening.queues.flatMap((queue) => queueBox(queue));
  const fronts = frontServices(scenario, queues);
  const services = opening.services.map(({ id, title, instances }, place): ServiceBox => {
    const service = scenario.services[id];
    const database = opening.databases.find(({ owner }) => owner === id);
    return {
      actor: id,
      title,
      tone: ownTone(place),
      instances,
      front: fronts.has(id),
      relay: service?.messaging.publish === 'outbox' && emits(service),
      work: workOf(service),
      database: database && service ? databaseBox(service, database, queues.length > 0) : null,
    };
  });
  return {
    clients: opening.clients.map(({ id, title }) => ({ actor: id, title })),
    services,
    broker: queues.length === 0 ? null : { exchanges: opening.exchanges.map(({ name }) => name), queues },
    wires: distinct([
      ...commandWires(scenario, opening),
      ...Object.values(scenario.services).flatMap((service) => wiresFrom(scenario, service)),
      ...queues.flatMap(queueWires),
    ]),
  };
}

const queueBox = ({ name, service, deadLetterTo, deliveryLimit }: OpeningQueue): readonly QueueBox[] =>
  service === null ? [] : [{ name, service, dead: deadLetterTo, deliveryLimit }];

/** A broker below takes height away from the rows. */
const databaseBox = (service: Service, database: OpeningDatabase, crowded: boolean): DatabaseBox => ({
  id: database.id,
  engine: database.engine,
  standsFor: database.standsFor,
  ...shownTables(service, database.tables, crowded ? 1 : 2),
});

/** What clients call and what does not only consume; a picture without any has its first service there. */
function frontServices({ services, commands }: Scenario, queues: readonly QueueBox[]): ReadonlySet<ActorId> {
  const called = [...new Set(Object.values(commands).map(({ service }) => service))];
  const fronts = called.filter((id) => !queues.some(({ service }) => service === id));
  return new Set(fronts.length > 0 ? fronts : [...called, ...Object.keys(services)].slice(0, 1));
}

function workOf(service: Service | undefined): ServiceBox['work'] {
  if (service === undefined) return 'nothing';
  if (service.api.length > 0) return 'api';
  return service.consumes.length > 0 ? 'consumer' : 'nothing';
}

const emits = (service: Service): boolean => stepsOf(service).some(isEmit);

const isEmit = (step: HandlerStep) => step.verb === 'emit' || step.verb === 'send';

const serviceAt = (id: string): Place => ({ kind: 'service', id });

/** One wire per client and service, labelled with what the client asks for. */
function commandWires(scenario: Scenario, { clients }: Opening): readonly Wire[] {
  const ids = new Map(clients.flatMap(({ id, title }) => [[title, id] as const, [id, id] as const]));
  return Object.values(scenario.commands).map(({ client, service, operation }) =>
    wire('call', { kind: 'client', id: ids.get(client) ?? client }, serviceAt(service), operation),
  );
}

function wiresFrom(scenario: Scenario, service: Service): readonly Wire[] {
  const here = serviceAt(service.id);
  return stepsOf(service).flatMap((step): readonly Wire[] => {
    switch (step.verb) {
      case 'call':
        return [wire('call', here, serviceAt(step.service), step.operation)];
      case 'emit':
      case 'send':
        return [wire('publish', here, { kind: 'exchange', id: scenario.messages[step.type]?.on ?? '' }, step.type)];
      case 'read':
      case 'write':
        return step.in === null || step.in === service.id ? [] : [wire('reach', here, serviceAt(step.in), 'SQL')];
      default:
        return [];
    }
  });
}

function queueWires({ name, service, dead }: QueueBox): readonly Wire[] {
  const queue: Place = { kind: 'queue', id: name };
  const delivery = wire('deliver', queue, serviceAt(service), '');
  return dead === null ? [delivery] : [delivery, wire('dead-letter', queue, { kind: 'queue', id: dead }, '')];
}

const wire = (kind: WireKind, from: Place, to: Place, label: string): Wire => ({
  id: kind === 'reach' ? reachId(from, to) : wireId(from, to),
  kind,
  from,
  to,
  label,
});

/** Several requests along one way are one wire; its label names the first and says that there are more. */
function distinct(wires: readonly Wire[]): readonly Wire[] {
  const byId = new Map<string, Wire>();
  const labels = new Map<string, Set<string>>();
  for (const one of wires) {
    if (!byId.has(one.id)) byId.set(one.id, one);
    labels.set(one.id, (labels.get(one.id) ?? new Set()).add(one.label));
  }
  return [...byId.values()].map((one) => {
    const more = (labels.get(one.id)?.size ?? 1) - 1;
    return more > 0 && one.label !== '' ? { ...one, label: `${one.label} +${String(more)}` } : one;
  });
}
