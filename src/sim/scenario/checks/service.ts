import { isMap } from '../../model/json.ts';
import type { Cursor } from '../decode/cursor.ts';
import { QUEUE_SETTINGS } from '../decode/service.ts';
import { own } from '../own.ts';
import { PRODUCT_TABLES, serviceOf, slip, type World } from './context.ts';
import { checkMigration } from './sql.ts';
import { checkHandler, type Emission } from './steps.ts';

/** What one version of a service does and leaves undone; judged together with all other variants of the file. */
export interface ServiceUse {
  readonly emissions: readonly Emission[];
  readonly handlers: readonly { readonly name: string; readonly cursor: Cursor; readonly reached: boolean }[];
}

type Trigger = 'request' | 'message' | 'timer' | 'flow';

/** Names a handler may use besides those its steps give. */
const SCOPE: Readonly<Record<Trigger, readonly string[]>> = {
  request: ['body', 'params', 'query', 'key', 'client', 'now', 'instance'],
  message: ['data', 'message', 'now', 'instance'],
  timer: ['data', 'now', 'instance'],
  flow: ['data', 'flow', 'message', 'now', 'instance'],
};

/** Checks one version of a service, complete: its database, who runs which handler, and every step of them. */
export function checkService(service: Cursor, id: string, world: World): ServiceUse {
  checkDatabase(service.key('database'));
  const triggers = triggersOf(service, id, world);
  const emissions: Emission[] = [];
  const handlers = service
    .key('handlers')
    .entries()
    .map(([name, cursor]) => {
      const kinds = triggers.get(name) ?? [];
      const all: readonly Trigger[] = kinds.length > 0 ? kinds : ['request', 'message'];
      const together = kinds.length > 0 ? null : [...SCOPE.request, ...SCOPE.message];
      const [first] = all;
      if (together !== null && first !== undefined)
        checkHandler(cursor, together, { world, service: id, trigger: first, emissions });
      else for (const trigger of all) checkHandler(cursor, SCOPE[trigger], { world, service: id, trigger, emissions });
      return { name, cursor, reached: kinds.length > 0 };
    });
  return { emissions, handlers };
}

function checkDatabase(database: Cursor): void {
  if (!isMap(database.value)) return;
  for (const [name, sql] of database.key('migrations').entries()) checkMigration(name, sql);
  const tables = [
    ...database.key('rows').entries(),
    ...database
      .key('collections')
      .items()
      .map((item) => [item.said ?? '', item] as const),
  ];
  for (const [table, cursor] of tables) {
    if (!PRODUCT_TABLES.includes(table.toLowerCase())) continue;
    cursor.note('table-reserved', `\`${table}\` is made by the product.`, { at: 'key' });
  }
}

/** Handler → what runs it. Says which handlers are asked for and missing. */
function triggersOf(service: Cursor, id: string, world: World): ReadonlyMap<string, readonly Trigger[]> {
  const names = service.key('handlers').keys();
  const triggers = new Map<string, Trigger[]>();
  const runs = (handler: Cursor, trigger: Trigger): void => {
    if (typeof handler.value !== 'string') return;
    const known = triggers.get(handler.value) ?? [];
    triggers.set(handler.value, known.includes(trigger) ? known : [...known, trigger]);
    if (names.includes(handler.value)) return;
    const title = serviceOf(world, id)?.title ?? id;
    handler.note('handler-unknown', `${title} has no handler \`${handler.value}\`.`, slip(handler.value, names));
  };
  for (const [, route] of service.key('api').entries()) runs(isMap(route.value) ? route.key('run') : route, 'request');
  for (const [, queue] of service.key('consumes').entries()) checkConsumption(queue, id, world, runs);
  for (const [, timer] of service.key('timers').entries()) runs(timer.key('run'), 'timer');
  for (const name of names) {
    if (world.flows.handlers.has(`${id} ${name}`)) triggers.set(name, [...(triggers.get(name) ?? []), 'flow']);
  }
  for (const [callee, policy] of service.key('calls').entries()) {
    if (callee === 'database' || serviceOf(world, callee) !== undefined) continue;
    policy.note('target-unknown', `There is no \`${callee}\`.`, {
      at: 'key',
      ...slip(callee, Object.keys(world.scenario.services)),
    });
  }
  return triggers;
}

function checkConsumption(
  queue: Cursor,
  id: string,
  world: World,
  runs: (handler: Cursor, trigger: Trigger) => void,
): void {
  for (const [type, handler] of queue.entries()) {
    if (QUEUE_SETTINGS.includes(type)) continue;
    if (!/^[A-Z]/.test(type)) continue;
    runs(handler, 'message');
    const message = own(world.scenario.messages, type);
    if (message === undefined && !world.flows.messages.has(type)) {
      handler.note('message-undeclared', `\`${type}\` is not declared.`, {
        at: 'key',
        ...slip(type, Object.keys(world.scenario.messages)),
      });
    } else if (message?.to !== undefined && message.to !== null && message.to !== id) {
      handler.note('verb-kind', `\`${type}\` is a command for \`${message.to}\`.`, { at: 'key' });
    }
  }
}
