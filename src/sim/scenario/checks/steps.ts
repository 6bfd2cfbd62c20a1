import { isMap } from '../../model/json.ts';
import type { Cursor } from '../decode/cursor.ts';
import { verbsOf } from '../decode/steps.ts';
import { checkCall, checkMessage } from './calls.ts';
import { slip, type World } from './context.ts';
import { checkExpression, checkValue, type Names } from './expressions.ts';
import { checkStatement } from './statements.ts';

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
export interface Walk extends Setting {
  readonly scope: Names;
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
  const flow = step.key(verb);
  if (verb !== 'start' || flow.said === null || walk.world.flows.names.has(flow.said)) return;
  flow.note('target-unknown', `There is no \`${flow.said}\`.`, slip(flow.said, walk.world.flows.names));
}

function nameResults(verb: string, step: Cursor, walk: Walk): void {
  for (const detail of ['row', 'rows', 'count', 'as']) {
    const name = step.key(detail);
    if (typeof name.value !== 'string') continue;
    walk.scope.known.add(name.value);
    if (detail === 'as' && ['call', 'transaction', 'start', 'write'].includes(verb))
      walk.results.push({ name: name.value, cursor: name });
  }
}
