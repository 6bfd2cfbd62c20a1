import { isMap } from '../../model/json.ts';
import type { Cursor } from '../decode/cursor.ts';
import { targetOf } from '../decode/plan.ts';
import { own } from '../own.ts';
import { isLaterPoint } from '../points.ts';
import { serviceOf, slip, type World } from './context.ts';
import { checkValue, names } from './expressions.ts';
import { checkTarget, selectorFaults } from './targets.ts';

/** Every entry of the plan strikes somebody who is there, at a place that can come. */
export function checkPlan(plan: Cursor, world: World): void {
  for (const entry of plan.items()) {
    if (isMap(entry.value)) checkEntry(entry, world);
  }
}

function checkEntry(entry: Cursor, world: World): void {
  const run = entry.key('run');
  if (typeof run.value === 'string' && own(world.scenario.commands, run.value) === undefined) {
    run.note('target-unknown', `There is no \`${run.value}\`.`, slip(run.value, Object.keys(world.scenario.commands)));
  }
  checkValue(entry.key('with'), names('n'));
  checkTarget(entry.key('on'), world);
  if (entry.key('operate').value === 'deploy') checkVersion(entry, world);
  const at = entry.key('at');
  if (!isMap(at.value)) return;
  noteLaterPoint(at);
  for (const { key, message, suggestion } of selectorFaults(at, world))
    at.key(key).note('target-unknown', message, { suggestion });
}

function checkVersion(entry: Cursor, world: World): void {
  const version = entry.key('version');
  const service = serviceOf(world, targetOf(entry.key('on').said ?? '').service ?? '');
  if (service === undefined) return;
  const known = [service.version, ...Object.keys(service.versions)];
  if (version.value === undefined) entry.note('value-type', '`deploy` wants `version`.', slip('', known));
  else if (typeof version.value === 'string' && !known.includes(version.value)) {
    version.note('target-unknown', `There is no \`${version.value}\`.`, slip(version.value, known));
  }
}

/** A point of a later version is answered so, wherever it stands. */
export function noteLaterPoint(at: Cursor): void {
  const point = at.key('point');
  if (typeof point.value === 'string' && isLaterPoint(point.value)) {
    point.note('not-yet', `\`${point.value}\` is not yet in this version.`);
  }
}
