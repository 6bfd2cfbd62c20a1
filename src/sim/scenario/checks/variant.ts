import { isMap, type JsonMap } from '../../model/json.ts';
import { assemble, mapAt, versionOf } from '../assemble.ts';
import { Cursor, type Reading } from '../decode/cursor.ts';
import { decodeScenario } from '../decode/scenario.ts';
import type { Draft, Pick } from '../draft.ts';
import { withoutNulls } from '../layers.ts';
import { own, without } from '../own.ts';
import { BASES } from '../parse.ts';
import type { Places } from '../place.ts';
import type { Problem, Spot } from '../problem.ts';
import { shapeProblems } from '../schema/issues.ts';
import { scenarioShape } from '../schema/scenario.ts';
import { service as serviceShape } from '../schema/service.ts';
import { checkOperation } from './calls.ts';
import { type World, worldOf } from './context.ts';
import { checkValue, names } from './expressions.ts';
import { laterFacts } from './flows.ts';
import { checkPlan } from './plan.ts';
import { checkBreaks, checkExpectation, checkPromises } from './promises.ts';
import { checkService, type ServiceUse } from './service.ts';

/** One variant of a file, checked. */
export interface Variant {
  readonly pick: Pick;
  readonly map: JsonMap;
  readonly world: World;
  readonly problems: readonly Problem[];
  readonly uses: readonly ServiceUse[];
}

/** Checks a draft with one pick: the shape of everything, then what things mean to one another. */
export function checkVariant(draft: Draft, pick: Pick, places: Places): Variant {
  const assembled = assemble(draft, pick, places);
  const shape = [...shapeOf(assembled.map, places)];
  const decoding: Reading = { problems: [], places };
  const scenario = decodeScenario(assembled, pick, decoding);
  const reading: Reading = { problems: [], places };
  const file = new Cursor(assembled.map, [], null, reading);
  const world = worldOf(scenario, laterFacts(file));
  const uses = checkMeaning(file, world);
  const decoded = shape.length === 0 ? decoding.problems : decoding.problems.filter(({ code }) => code === 'not-yet');
  return { pick, map: assembled.map, world, uses, problems: [...shape, ...decoded, ...reading.problems] };
}

/** What the schemas say: first of everything but the services, then of every version of every service. */
function shapeOf(map: JsonMap, places: Places): readonly Problem[] {
  const { cases } = map;
  const rest = without(map, 'services', 'cases');
  const bare = isMap(cases) ? { ...rest, cases: withoutNulls(cases, places) } : rest;
  for (const key of Object.keys(bare)) places.carry(map, key, bare, key);
  const services = mapAt(map, 'services');
  const kept = Object.fromEntries(Object.keys(services).map((id) => [id, null]));
  for (const id of Object.keys(services)) places.carry(services, id, kept, id);
  const named = { ...bare, services: kept };
  places.carry(map, 'services', named, 'services');
  for (const key of Object.keys(bare)) places.carry(map, key, named, key);
  return [
    ...shapeProblems(scenarioShape, named, [], null),
    ...Object.keys(services).flatMap((id) => serviceShapes(services, id, places)),
  ];
}

function serviceShapes(services: JsonMap, id: string, places: Places): readonly Problem[] {
  const service = services[id];
  const spot = { holder: services, key: id };
  if (service === null || service === undefined) return [];
  if (!isMap(service)) return shapeProblems(serviceShape, service, ['services', id], spot);
  const versions = ['v1', ...Object.keys(mapAt(service, 'versions')).filter((version) => version !== 'v1')];
  return versions.flatMap((version) => {
    const complete = versionOf(service, version, places);
    return complete === null ? [] : shapeOfVersion(complete, id, spot);
  });
}

/** A version that is the same in several variants of a file has the same shape in all of them. */
const shapes = new WeakMap<object, readonly Problem[]>();

function shapeOfVersion(complete: JsonMap, id: string, spot: Spot): readonly Problem[] {
  const known = shapes.get(complete);
  if (known !== undefined) return known;
  const found = shapeProblems(serviceShape, complete, ['services', id], spot);
  shapes.set(complete, found);
  return found;
}

function checkMeaning(file: Cursor, world: World): readonly ServiceUse[] {
  for (const [, message] of file.key('messages').entries()) checkValue(message.key('subject'), names('data'));
  for (const [name, command] of file.key('commands').entries()) {
    if (own(world.scenario.commands, name) !== undefined || !isInherited(command))
      checkOperation(command.key('call'), world);
    checkValue(command.key('body'), names());
  }
  checkPlan(file.key('plan'), world);
  checkPromises(file.key('promises'), world);
  checkExpectation(file.key('expect'), world);
  checkBreaks(file.key('breaks'), world);
  return file
    .key('services')
    .entries()
    .flatMap(([id, service]) => checkVersions(id, service, world));
}

/** Whether a base brought it. */
function isInherited({ spot, reading }: Cursor): boolean {
  const place = spot === null ? null : (reading.places?.of(spot.holder, spot.key) ?? null);
  return place !== null && place.source.file.startsWith(BASES);
}

function checkVersions(id: string, service: Cursor, world: World): readonly ServiceUse[] {
  if (!isMap(service.value)) return [];
  const written = service.value;
  const versions = [
    'v1',
    ...service
      .key('versions')
      .keys()
      .filter((version) => version !== 'v1'),
  ];
  return versions.flatMap((version) => {
    const complete = versionOf(written, version, service.reading.places);
    return complete === null ? [] : [checkService(service.as(complete), id, world)];
  });
}
