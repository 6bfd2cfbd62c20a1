import { isMap } from '../../model/json.ts';
import type { Cursor } from '../decode/cursor.ts';
import { isCollectionName, operationOf, verbsOf } from '../decode/steps.ts';
import { own } from '../own.ts';
import type { MessageType } from '../scenario.ts';
import { answers } from '../routes.ts';
import { serviceOf, slip, type World } from './context.ts';
import { checkFilter, checkUpdate } from './documents.ts';
import { checkExpression, checkHoles, checkValue, type Names } from './expressions.ts';
import { checkDeterministic, checkOrdered, checkOwnTables } from './sql.ts';

/** The handler being read. */
export interface Setting {
  readonly world: World;
  readonly service: string;
  /** What runs it; a flow's step is one transaction already. */
  readonly trigger: 'request' | 'message' | 'timer' | 'flow';
  readonly emissions: Emission[];
}

export interface Emission {
  readonly type: string;
  readonly cursor: Cursor;
}

/** What is known while walking down the steps: names in scope, results that somebody must look at, where we are. */
interface Walk extends Setting {
  readonly scope: { readonly known: Set<string>; readonly used: Set<string> };
  readonly results: { readonly name: string; readonly cursor: Cursor }[];
  readonly inside: 'handler' | 'transaction' | 'together';
}

/** Checks every step of a handler; `base` are the names its trigger brings. */
export function checkHandler(steps: Cursor, base: readonly string[], setting: Setting): void {
  const walk: Walk = { ...setting, scope: { known: new Set(base), used: new Set() }, results: [], inside: 'handler' };
  checkSteps(steps, walk);
  for (const { name, cursor } of walk.results) {
    if (walk.scope.used.has(name)) continue;
    cursor.note('result-unused', `\`${name}\` is never looked at, so its failure would be silent.`, {
      suggestion: `Leave \`as\` out, or ask \`=${name}.outcome\`.`,
    });
  }
}

function checkSteps(steps: Cursor, walk: Walk): void {
  for (const step of steps.items()) {
    if (isMap(step.value)) checkStep(step, walk);
  }
}

function checkStep(step: Cursor, walk: Walk): void {
  const [verb, second] = verbsOf(step);
  if (verb === undefined || second !== undefined) return;
  checkPlace(verb, step, walk);
  checkExpression(step.key('if'), walk.scope);
  const [each] = step.key('each').keys();
  if (each !== undefined) {
    checkExpression(step.key('each').key(each), walk.scope);
    const isNew = !walk.scope.known.has(each);
    walk.scope.known.add(each);
    checkVerb(verb, step, walk);
    if (isNew) walk.scope.known.delete(each);
  } else checkVerb(verb, step, walk);
  checkSteps(step.key('else'), walk);
}

const IN_TRANSACTION = ['transaction', 'call', 'wait', 'reply', 'together'];
const IN_FLOW_STEP = ['transaction', 'call', 'wait'];

function checkPlace(verb: string, step: Cursor, walk: Walk): void {
  const place = placeRefusing(verb, step, walk);
  if (place === null) return;
  step.key(verb).note('step-place', `\`${verb}\` cannot stand inside ${place}.`, { at: 'key' });
}

function placeRefusing(verb: string, step: Cursor, walk: Walk): string | null {
  if (walk.inside === 'transaction' && IN_TRANSACTION.includes(verb)) return 'a transaction';
  if (walk.trigger === 'flow' && IN_FLOW_STEP.includes(verb)) return 'a step of a flow';
  if (verb !== 'reply') return null;
  if (walk.trigger === 'message') return 'a message handler';
  if (walk.trigger === 'timer') return 'a timer';
  return walk.trigger === 'flow' && step.key('reply').value !== 'ok' ? 'a step of a flow' : null;
}

function checkVerb(verb: string, step: Cursor, walk: Walk): void {
  switch (verb) {
    case 'read':
    case 'write':
    case 'lock':
      checkStatement(verb, step, walk);
      break;
    case 'let':
      for (const [name, value] of step.key('let').entries()) {
        checkValue(value, walk.scope);
        walk.scope.known.add(name);
      }
      break;
    case 'transaction':
      checkSteps(step.key(verb), { ...walk, inside: 'transaction' });
      break;
    case 'do':
    case 'together':
      checkSteps(step.key(verb), verb === 'do' ? walk : { ...walk, inside: 'together' });
      break;
    case 'emit':
    case 'send':
      checkMessage(verb, step, walk);
      break;
    case 'call':
      checkCall(step, walk);
      break;
    default:
      checkRest(verb, step, walk);
  }
  nameResults(verb, step, walk);
}

function checkRest(verb: string, step: Cursor, walk: Walk): void {
  for (const detail of [verb, 'body', 'data', 'status']) checkValue(step.key(detail), walk.scope);
  if (verb === 'start' && !walk.world.flows.names.has(String(step.key(verb).value))) {
    const flow = step.key(verb);
    flow.note(
      'target-unknown',
      `There is no \`${String(flow.value)}\`.`,
      slip(String(flow.value), walk.world.flows.names),
    );
  }
}

function nameResults(verb: string, step: Cursor, walk: Walk): void {
  for (const detail of ['row', 'rows', 'count', 'as']) {
    const name = step.key(detail);
    if (typeof name.value !== 'string') continue;
    walk.scope.known.add(name.value);
    if (detail === 'as' && ['call', 'transaction', 'start'].includes(verb))
      walk.results.push({ name: name.value, cursor: name });
  }
}

function checkStatement(verb: string, step: Cursor, walk: Walk): void {
  const said = step.key(verb);
  if (typeof said.value !== 'string') return;
  const target = typeof step.key('in').value === 'string' ? String(step.key('in').value) : walk.service;
  const owner = serviceOf(walk.world, target);
  if (owner === undefined) {
    step
      .key('in')
      .note('target-unknown', `There is no \`${target}\`.`, slip(target, Object.keys(walk.world.scenario.services)));
    return;
  }
  if (isCollectionName(said.value)) checkDocuments(step, said, target, walk);
  else checkSql(step, said, target, walk);
}

const isRelational = (world: World, service: string): boolean | null => {
  const engine = serviceOf(world, service)?.database?.engine;
  return engine === undefined ? null : engine === 'postgres' || engine === 'sqlite';
};

function checkSql(step: Cursor, said: Cursor, target: string, walk: Walk): void {
  const sql = String(said.value);
  if (isRelational(walk.world, target) === false) said.wants('the name of a collection: this database keeps documents');
  checkHoles(said, sql, walk.scope);
  checkDeterministic(said, sql);
  if (step.key('rows').present) checkOrdered(said, sql);
  if (target === walk.service) checkOwnTables(said, sql, target, walk.world);
}

function checkDocuments(step: Cursor, said: Cursor, target: string, walk: Walk): void {
  const collection = String(said.value);
  if (isRelational(walk.world, target) === true) said.wants('SQL: this database is relational');
  const known = walk.world.tables.get(target);
  if (isRelational(walk.world, target) === false && known?.has(collection.toLowerCase()) === false) {
    const address = `${target}.${collection}`;
    said.note('address-unknown', `There is no table \`${address}\`.`, slip(collection, known));
  }
  checkFilter(step.key('filter'));
  checkUpdate(step.key('update'));
  for (const detail of ['filter', 'update', 'insert']) checkValue(step.key(detail), walk.scope);
}

function checkMessage(verb: 'emit' | 'send', step: Cursor, walk: Walk): void {
  const said = step.key(verb);
  checkValue(step.key('data'), walk.scope);
  if (typeof said.value !== 'string') return;
  const message = own(walk.world.scenario.messages, said.value);
  if (message === undefined) {
    if (walk.world.flows.messages.has(said.value)) return;
    said.note(
      'message-undeclared',
      `\`${said.value}\` is not declared.`,
      slip(said.value, Object.keys(walk.world.scenario.messages)),
    );
    return;
  }
  walk.emissions.push({ type: said.value, cursor: said });
  if ((message.kind === 'command') !== (verb === 'send')) {
    said.note('verb-kind', 'An event is emitted, a command is sent.', {
      at: 'key',
      suggestion: `Write \`${verb === 'emit' ? 'send' : 'emit'}\`.`,
    });
  }
  checkFields(step, said, message);
}

function checkFields(step: Cursor, said: Cursor, message: MessageType): void {
  const data = step.key('data');
  if (data.present && !isMap(data.value)) return;
  const version = step.key('version').whole(1, 1, 1_000);
  const fields = version === 1 ? message.data : own(message.versions, String(version));
  if (fields === undefined) {
    step
      .key('version')
      .note('message-undeclared', `Version ${String(version)} of \`${message.type}\` is not declared.`);
    return;
  }
  const given = data.keys();
  for (const [field, { optional }] of Object.entries(fields)) {
    if (optional || given.includes(field)) continue;
    (data.present ? data : said).note('message-field', `\`${message.type}\` lacks \`${field}\`.`);
  }
}

function checkCall(step: Cursor, walk: Walk): void {
  const call = step.key('call');
  for (const detail of ['params', 'query', 'body', 'key']) checkValue(step.key(detail), walk.scope);
  checkOperation(call, walk.world);
}

/** `order POST /orders` names a service that answers so. */
export function checkOperation(call: Cursor, world: World): void {
  if (typeof call.value !== 'string' || !/^\S+\s+\S/.test(call.value)) return;
  const { service: id, operation } = operationOf(call);
  const service = serviceOf(world, id);
  if (service === undefined) {
    call.note('target-unknown', `There is no \`${id}\`.`, slip(id, Object.keys(world.scenario.services)));
    return;
  }
  const routes = [service, ...Object.values(service.versions)].flatMap(({ api }) => api);
  if (routes.some((route) => answers(route, operation))) return;
  call.note(
    'call-unknown',
    `${service.title} has no \`${operation}\`.`,
    slip(
      operation,
      routes.map((route) => route.operation),
    ),
  );
}

export type { Names };
