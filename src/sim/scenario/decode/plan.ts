import { isMap, type Json, type JsonMap } from '../../model/json.ts';
import { LIMITS } from '../limits.ts';
import { own } from '../own.ts';
import type { PlanEntry, Selector, When } from '../plan.ts';
import type { Cursor } from './cursor.ts';

/** How long a crashed process or database stays away when the plan does not say. */
export const CRASH_FOR_MS = 1_000;

export function decodePlan(plan: Cursor): readonly PlanEntry[] {
  return plan.items().flatMap((item) => {
    const entry = decodeEntry(item);
    return entry === null ? [] : [entry];
  });
}

const KINDS = ['run', 'fault', 'operate'] as const;

function decodeEntry(entry: Cursor): PlanEntry | null {
  const kinds = KINDS.filter((kind) => entry.key(kind).present);
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    entry.note('value-type', 'An entry of a plan has one of run, fault, operate.');
    return null;
  }
  const id = entry.key('id').text(null);
  const on = kind === 'run' ? '' : entry.key('on').text();
  const when = decodeWhen(entry.key('at'), on);
  if (kind === 'run') {
    return {
      kind,
      id,
      command: entry.key('run').text(),
      with: entry.key('with').map(),
      instance: entry.key('instance').whole(null, 1, LIMITS.instances),
      repeat: entry.key('repeat').whole(1, 1, LIMITS.repeat),
      everyMs: entry.key('every').ms(0),
      when,
    };
  }
  if (kind === 'operate') {
    const operation = entry.key('operate').text();
    if (operation !== 'deploy') entry.key('operate').note('not-yet', notYet(operation));
    return { kind, id, operation, on, details: rest(entry, ['operate', 'id', 'on', 'at']), when };
  }
  const fault = entry.key('fault').text();
  if (fault !== 'crash') entry.key('fault').note('not-yet', notYet(fault));
  else if (!CRASHES.test(on)) entry.key('on').note('not-yet', notYet(on));
  const byDefault = fault === 'crash' ? CRASH_FOR_MS : null;
  const forMs = entry.key('for').duration(byDefault);
  return { kind, id, fault, on, forMs, details: rest(entry, ['fault', 'id', 'on', 'at', 'for']), when };
}

/** What can crash: a service, one of its instances, its database. */
const CRASHES = /^(?!broker$)[a-z][a-z0-9-]*(\/\d+|\.db)?$/;

const notYet = (word: string): string => `\`${word}\` is not yet in this version.`;

function rest(entry: Cursor, taken: readonly string[]): JsonMap {
  const map = entry.map();
  const kept = Object.entries(map).filter(([key, value]) => !taken.includes(key) && value !== null);
  return Object.fromEntries<Json>(kept);
}

/** A time from the start (the start itself by default), or what must happen. */
export function decodeWhen(at: Cursor, on: string): When {
  if (isMap(at.value)) return { kind: 'selector', selector: decodeSelector(at, on) };
  const atMs = at.ms(0);
  if (atMs > LIMITS.virtualMs) at.wants('a time within the hour');
  return { kind: 'time', atMs };
}

/** `in` defaults to the service of `on`, `instance` to the one `on` names, `n` to the first. */
export function decodeSelector(at: Cursor, on: string): Selector {
  const target = targetOf(on);
  return {
    point: at.key('point').text(),
    in: at.key('in').text(target.service),
    instance: at.key('instance').whole(target.instance, 1, LIMITS.instances),
    handler: at.key('handler').text(null),
    message: at.key('message').text(null),
    subject: at.key('subject').word(null),
    command: at.key('command').text(null),
    callee: at.key('callee').text(null),
    n: own(at.map(), 'n') === 'every' ? 'every' : at.key('n').whole(1, 1, 1_000_000),
  };
}

/** The service (and instance) a target belongs to: `order/2`, `order.db`, `order->user` are all of `order`; `broker` is of none. */
export function targetOf(on: string): { readonly service: string | null; readonly instance: number | null } {
  const match = /^([a-z][a-z0-9-]*?)(?:\/(\d+))?(?:\.[a-z.-]+)?(?:->.+)?$/.exec(on);
  const service = match?.[1] ?? null;
  if (service === null || service === 'broker') return { service: null, instance: null };
  return { service, instance: match?.[2] === undefined ? null : Number(match[2]) };
}
