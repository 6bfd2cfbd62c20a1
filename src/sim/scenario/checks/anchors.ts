import type { Cursor } from '../decode/cursor.ts';
import type { HandlerStep } from '../handler-step.ts';
import type { Service } from '../scenario.ts';
import { serviceOf, versionsOf, type World } from './context.ts';

/**
 * Why no run of this world can come to a place, or null: a service that consumes nothing has no `consumer.…`, one that emits
 * nothing no `relay.…`. Only what is certain without a run is said; the rest is found by the tests of a scenario.
 */
export function canReach(at: Cursor, world: World): string | null {
  const point = at.key('point').said ?? '';
  const services = servicesAt(at, world);
  if (services === null) return null;
  const [area = ''] = point.split('.');
  const needed = NEEDS.find(({ points }) => points.test(point));
  if (needed === undefined || services.some(needed.has)) return messageReason(at, area, services);
  return needed.says;
}

interface Need {
  readonly points: RegExp;
  readonly has: (service: Service) => boolean;
  readonly says: string;
}

const verbs = (steps: readonly HandlerStep[]): readonly string[] =>
  steps.flatMap((step) => {
    const inner = step.verb === 'transaction' || step.verb === 'do' ? verbs(step.steps) : [];
    return [step.verb, ...inner, ...verbs(step.otherwise)];
  });

const uses =
  (...wanted: readonly string[]) =>
  (service: Service): boolean =>
    versionsOf(service).some(({ handlers }) =>
      Object.values(handlers).some(({ steps }) => verbs(steps).some((verb) => wanted.includes(verb))),
    );

const emits = uses('emit', 'send');

const NEEDS: readonly Need[] = [
  {
    points: /^consumer\./,
    has: (service) => versionsOf(service).some(({ consumes }) => consumes.length > 0),
    says: 'Nothing is consumed there.',
  },
  {
    points: /^relay\./,
    has: (service) => service.messaging.publish === 'outbox' && emits(service),
    says: 'Nothing goes through an outbox there.',
  },
  { points: /^publish\./, has: emits, says: 'Nothing is published there.' },
  {
    points: /^rpc\.server\./,
    has: (service) => versionsOf(service).some(({ api }) => api.length > 0),
    says: 'It has no API.',
  },
  { points: /^rpc\.client\.(?:before_send|after_send|timed_out)/, has: uses('call'), says: 'It calls nobody.' },
  { points: /^tx\.refused/, has: uses('refuse'), says: 'Nothing is refused there.' },
];

/** The services a place may be in; null when a client or the broker is meant, or anybody. */
function servicesAt(at: Cursor, world: World): readonly Service[] | null {
  const { value } = at.key('in');
  if (typeof value !== 'string') return null;
  const service = serviceOf(world, value.split('.')[0] ?? '');
  return service === undefined ? null : [service];
}

function messageReason(at: Cursor, area: string, services: readonly Service[]): string | null {
  const { value } = at.key('message');
  if (area !== 'consumer' || typeof value !== 'string') return null;
  const consumes = services.some((service) =>
    versionsOf(service).some((version) => version.consumes.some(({ handlers }) => Object.hasOwn(handlers, value))),
  );
  return consumes ? null : `It does not consume \`${value}\`.`;
}
