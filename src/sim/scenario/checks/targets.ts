import type { Cursor } from '../decode/cursor.ts';
import { isLaterPoint, isPoint, POINTS } from '../points.ts';
import { own } from '../own.ts';
import { serviceOf, slip, versionsOf, type World } from './context.ts';

const PARTS = ['db', 'relay', 'replica', 'inbox'];

/** Whom an entry may strike: services, their instances and parts, the broker, exchanges, queues, links. */
export function checkTarget(on: Cursor, world: World): void {
  const target = on.value;
  if (typeof target !== 'string' || isTarget(target, world)) return;
  on.note('target-unknown', `There is no \`${target}\`.`, slip(target, targetsOf(world)));
}

function isTarget(target: string, world: World): boolean {
  const [from, to, more] = target.split('->');
  if (to !== undefined) return more === undefined && isEnd(from ?? '', world) && isEnd(to, world);
  if (targetsOf(world).includes(target)) return true;
  const [id, instance] = target.split('/');
  const service = serviceOf(world, id ?? '');
  if (service === undefined || instance === undefined || !/^\d$/.test(instance)) return false;
  return (
    Number(instance) >= 1 && Number(instance) <= Math.max(...versionsOf(service).map(({ instances }) => instances), 1)
  );
}

function isEnd(id: string, world: World): boolean {
  return id === 'broker' || serviceOf(world, id) !== undefined || clients(world).includes(id);
}

const clients = (world: World): readonly string[] => Object.values(world.scenario.commands).map(({ client }) => client);

function targetsOf(world: World): readonly string[] {
  const { services, messages } = world.scenario;
  const parts = Object.keys(services).flatMap((id) => [
    id,
    ...PARTS.map((part) => `${id}.${part}`),
    `${id}.commands`,
    `${id}.commands.dead`,
  ]);
  const queues = Object.values(services).flatMap((service) =>
    versionsOf(service).flatMap(({ consumes }) => consumes.flatMap(({ queue }) => [queue, `${queue}.dead`])),
  );
  const shared = [...world.flows.sharedDatabases];
  return ['broker', ...shared, ...parts, ...queues, ...Object.values(messages).map(({ on }) => on)];
}

/** A problem a selector has: which key, what is wrong with it. */
interface SelectorFault {
  readonly key: string;
  readonly message: string;
  readonly suggestion: string | null;
}

/** What in a selector names nothing, so that it can never match. */
export function selectorFaults(at: Cursor, world: World): readonly SelectorFault[] {
  const faults: SelectorFault[] = [];
  const unknown = (key: string, known: readonly string[]): void => {
    const { value } = at.key(key);
    if (typeof value !== 'string' || known.includes(value)) return;
    faults.push({ key, message: `There is no \`${value}\`.`, ...slip(value, known) });
  };
  const { scenario } = world;
  const services = Object.keys(scenario.services);
  const { value: point } = at.key('point');
  if (typeof point === 'string' && !isPoint(point) && !isLaterPoint(point)) {
    faults.push({ key: 'point', message: `There is no \`${point}\`.`, ...slip(point, POINTS) });
  }
  unknown('in', [
    'broker',
    ...services.flatMap((id) => [id, ...PARTS.map((part) => `${id}.${part}`)]),
    ...clients(world),
  ]);
  unknown('callee', services);
  unknown('command', Object.keys(scenario.commands));
  unknown('message', [...Object.keys(scenario.messages), ...world.flows.messages]);
  unknown(
    'step',
    [...world.flows.handlers].map((key) => key.split(' ')[1] ?? ''),
  );
  unknown('flow', [...world.flows.names]);
  unknown('handler', handlersIn(at, world));
  return faults;
}

function handlersIn(at: Cursor, world: World): readonly string[] {
  const { value } = at.key('in');
  const id = typeof value === 'string' ? (value.split('.')[0] ?? '') : '';
  const one = own(world.scenario.services, id);
  const services = one === undefined ? Object.values(world.scenario.services) : [one];
  return services.flatMap((service) => versionsOf(service).flatMap(({ handlers }) => Object.keys(handlers)));
}
