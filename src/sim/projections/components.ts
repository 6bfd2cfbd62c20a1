import type { ActorId, DatabaseId, StepNumber } from '../model/ids.ts';
import type { Step } from '../trace/step.ts';
import type { Opening } from '../trace/trace.ts';
import { clientAfter } from './client-state.ts';
import { type HandlerRun, runsAfter } from './handler-runs.ts';
import { instanceAfter } from './instance-state.ts';
import type { Projection } from './projection.ts';

/** What a client knows. `unknown` is not `failed`: the order may have been applied all the same (R-KRN-3). */
export interface ClientState {
  readonly id: ActorId;
  readonly title: string;
  readonly state: 'idle' | 'waiting' | 'answered' | 'failed' | 'unknown';
  /** Status of the last answer, when there is one. */
  readonly status: number | null;
  readonly open: readonly string[];
  readonly since: StepNumber | null;
}

export interface InstanceState {
  readonly service: ActorId;
  readonly instance: number;
  readonly state: 'idle' | 'active' | 'waiting' | 'crashed' | 'restarted';
  /** Handlers at work; several when some of them wait. */
  readonly handlers: readonly string[];
  /** The handler that began last, still running or not, and how it stands. */
  readonly latest: string | null;
  readonly outcome: HandlerRun['state'] | null;
  readonly version: string;
  /** Messages selected by the relay and not yet marked as published. */
  readonly relay: { readonly state: 'idle' | 'publishing' | 'crashed'; readonly left: number };
  readonly since: StepNumber | null;
}

export interface DatabaseState {
  readonly id: DatabaseId;
  readonly state: 'up' | 'down';
  /** The transaction that is open, if one is. */
  readonly tx: string | null;
  readonly since: StepNumber | null;
}

export interface ComponentsView {
  readonly clients: readonly ClientState[];
  readonly instances: readonly InstanceState[];
  readonly databases: readonly DatabaseState[];
  readonly broker: 'up' | 'down';
  /** Whose lane the step at the cursor stands in, and whose database it touched. */
  readonly now: { readonly actor: ActorId; readonly instance: number; readonly database: DatabaseId | null } | null;
  readonly rested: boolean;
  /** Runs of handlers, as `handler-position` tells them. */
  readonly runs: readonly HandlerRun[];
}

/** The state of every client, service instance and database at the cursor. */
export const components: Projection<ComponentsView> = {
  name: 'components',
  initial: (opening) => ({
    clients: opening.clients.map(({ id, title }) => newClient(id, title)),
    instances: opening.services.flatMap(instancesOf),
    databases: opening.databases.map(({ id }): DatabaseState => ({ id, state: 'up', tx: null, since: null })),
    broker: 'up',
    now: null,
    rested: false,
    runs: [],
  }),
  apply(view, step) {
    const { runs } = runsAfter(view.runs, step);
    return {
      clients: eachOr(view.clients, (client) => clientAfter(client, step)),
      instances: eachOr(view.instances, (instance) => instanceAfter(instance, step, runs)),
      databases: eachOr(view.databases, (database) => databaseAfter(database, step)),
      broker: brokerAfter(view.broker, step),
      now: { actor: step.actor, instance: step.instance, database: 'database' in step ? step.database : null },
      rested: step.kind === 'run.rested',
      runs,
    };
  },
};

const newClient = (id: ActorId, title: string): ClientState => ({
  id,
  title,
  state: 'idle',
  status: null,
  open: [],
  since: null,
});

const instancesOf = ({ id, instances, version }: Opening['services'][number]): readonly InstanceState[] =>
  Array.from({ length: instances }, (_, place) => ({
    service: id,
    instance: place + 1,
    state: 'idle',
    handlers: [],
    latest: null,
    outcome: null,
    version,
    relay: { state: 'idle', left: 0 },
    since: null,
  }));

function databaseAfter(database: DatabaseState, step: Step): DatabaseState {
  if (step.kind === 'service.crashed')
    return database.tx === null ? database : { ...database, tx: null, since: step.number };
  if (!('database' in step) || step.database !== database.id) return database;
  switch (step.kind) {
    case 'transaction.begun':
      return { ...database, tx: step.tx, since: step.number };
    case 'transaction.committed':
    case 'transaction.aborted':
      return { ...database, tx: null, since: step.number };
    case 'database.crashed':
      return { ...database, state: 'down', tx: null, since: step.number };
    case 'database.restarted':
      return { ...database, state: 'up', since: step.number };
    default:
      return database;
  }
}

function brokerAfter(broker: ComponentsView['broker'], step: Step): ComponentsView['broker'] {
  if (step.actor !== 'broker') return broker;
  if (step.kind === 'service.crashed') return 'down';
  return step.kind === 'service.restarted' ? 'up' : broker;
}

/** The same list when no item changed, so that what is drawn from it need not be drawn again. */
function eachOr<Item>(items: readonly Item[], change: (item: Item) => Item): readonly Item[] {
  const changed = items.map(change);
  return changed.every((item, place) => item === items[place]) ? items : changed;
}
