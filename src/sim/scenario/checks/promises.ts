import { BUILT_IN_PROMISES } from '../../model/built-in-promises.ts';
import { isMap } from '../../model/json.ts';
import type { Cursor } from '../decode/cursor.ts';
import { isCollectionName } from '../decode/steps.ts';
import { compileExpression } from '../expressions/compile.ts';
import { LIMITS } from '../limits.ts';
import { own } from '../own.ts';
import { PRODUCT_TABLES, serviceOf, slip, type World } from './context.ts';
import { checkFilter } from './documents.ts';
import { checkExpression, names } from './expressions.ts';
import { checkDeterministic, checkOrdered, checkOwnTables } from './sql.ts';

/** An empty map asks for one of these. */
const BUILT_IN = Object.keys(BUILT_IN_PROMISES);

/** Built-in promises about parts of the product that come later. */
const LATER = [
  'replica-prefix',
  'flow-ends',
  'compensation-complete',
  'agreement',
  'no-orphan-prepared',
  'read-your-writes',
  'one-answer-per-key',
  'lock-bound',
];

const SYSTEM_TABLES = ['client.replies', 'broker.queues', 'broker.dead', 'access.denied', 'trace.calls'];
const LATER_TABLES = ['flow.instances', 'tm.transactions', 'tm.prepared', 'monitor.alerts'];

export function checkPromises(promises: Cursor, world: World): void {
  for (const [id, promise] of promises.entries()) {
    if (!isMap(promise.value)) continue;
    if (promise.key('ask').present || promise.key('holds').present) checkPromise(promise, world);
    else if (LATER.includes(id)) promise.notYet();
    else if (!BUILT_IN.includes(id)) {
      promise.note('promise-unknown', `There is no promise \`${id}\`.`, { at: 'key', ...slip(id, BUILT_IN) });
    }
  }
}

function checkPromise(promise: Cursor, world: World): void {
  const owners = checkAsks(promise.key('ask'), world);
  const holds = promise.key('holds');
  const asked = promise.key('ask').keys();
  checkExpression(holds, names(...asked));
  if (answersSomethingElse(holds, asked)) holds.note('expr-type', '`holds` must be true or false.');
  if (promise.key('when').value === 'always' && owners.size > 1) {
    promise
      .key('when')
      .note('promise-too-eager', 'An `always` over several services usually means `at-rest`.', { severity: 'warning' });
  }
}

/** Asked over empty tables, an expression shows what kind of answer it gives; one that then fails says nothing yet. */
function answersSomethingElse(holds: Cursor, asked: readonly string[]): boolean {
  if (typeof holds.value !== 'string' || !holds.value.startsWith('=')) return false;
  const compiled = compileExpression(holds.value.slice(1));
  if (!compiled.ok) return false;
  const empty = Object.fromEntries(asked.map((name) => [name, []] as const));
  const answer = compiled.value.evaluate(empty, { nextId: (prefix) => `${prefix}-1` });
  return answer.ok && typeof answer.value !== 'boolean';
}

/** What is asked is there. Gives the services whose tables are asked. */
export function checkAsks(ask: Cursor, world: World): ReadonlySet<string> {
  const owners = new Set<string>();
  for (const [, from] of isMap(ask.value) ? ask.entries() : []) {
    const owner = isMap(from.value) ? checkRead(from, world) : checkAddress(from, world);
    if (owner !== null) owners.add(owner);
  }
  return owners;
}

function checkRead(from: Cursor, world: World): string | null {
  const service = from.key('in');
  if (typeof service.value !== 'string') return null;
  if (serviceOf(world, service.value) === undefined) {
    service.note(
      'target-unknown',
      `There is no \`${service.value}\`.`,
      slip(service.value, Object.keys(world.scenario.services)),
    );
    return null;
  }
  const read = from.key('read');
  const said = read.said;
  if (said === null || said.length > LIMITS.sql) return service.value;
  if (isCollectionName(said)) {
    checkFilter(from.key('filter'));
    checkTable(read, service.value, said, world);
  } else {
    checkDeterministic(read, said);
    checkOrdered(read, said);
    checkOwnTables(read, said, service.value, world);
  }
  return service.value;
}

/** `service.table` or a table of the product. Gives the service, when it is one. */
export function checkAddress(cursor: Cursor, world: World, at: 'key' | 'value' = 'value'): string | null {
  const address = at === 'key' ? String(cursor.path.at(-1)) : cursor.value;
  if (typeof address !== 'string' || SYSTEM_TABLES.includes(address)) return null;
  if (LATER_TABLES.includes(address)) {
    cursor.note('not-yet', `\`${address}\` is not yet in this version.`, { at });
    return null;
  }
  const [service = '', table = ''] = splitAddress(address);
  if (world.flows.sharedDatabases.has(service)) return service;
  if (serviceOf(world, service) !== undefined && checkTable(cursor, service, table, world, at)) return service;
  if (serviceOf(world, service) === undefined) {
    cursor.note('address-unknown', `There is no table \`${address}\`.`, { at, ...slip(address, addresses(world)) });
  }
  return null;
}

const splitAddress = (address: string): readonly string[] => {
  const dot = address.indexOf('.');
  return dot === -1 ? [address, ''] : [address.slice(0, dot), address.slice(dot + 1)];
};

function checkTable(
  cursor: Cursor,
  service: string,
  table: string,
  world: World,
  at: 'key' | 'value' = 'value',
): boolean {
  const database = own(world.scenario.services, service)?.database;
  const known = world.tables.get(service)?.has(table.toLowerCase()) === true || PRODUCT_TABLES.includes(table);
  if (known && database !== null) return true;
  const address = `${service}.${table}`;
  cursor.note('address-unknown', `There is no table \`${address}\`.`, { at, ...slip(address, addresses(world)) });
  return false;
}

function addresses(world: World): readonly string[] {
  return [...world.tables].flatMap(([service, tables]) => [...tables].map((table) => `${service}.${table}`));
}

export function checkExpectation(expect: Cursor, world: World): void {
  for (const [, rows] of expect.entries()) checkAddress(rows, world, 'key');
}

export function checkBreaks(breaks: Cursor, world: World): void {
  const ids = world.scenario.promises.map(({ id }) => id);
  for (const item of breaks.items()) {
    if (typeof item.value !== 'string' || ids.includes(item.value)) continue;
    item.note('promise-unknown', `There is no promise \`${item.value}\`.`, slip(item.value, ids));
  }
}
