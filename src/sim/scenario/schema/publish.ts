import { z } from 'zod';
import { isList, isMap, type Json, type JsonMap } from '../../model/json.ts';
import { without } from '../own.ts';
import { lesson } from './lesson.ts';
import { scenario } from './scenario.ts';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** The scenario format as JSON Schema 2020-12, so that any editor completes and checks a file. */
export function scenarioSchema(): JsonMap {
  const schema = published(scenario);
  const properties = mapAt(schema, 'properties');
  const services = mapAt(properties, 'services');
  const after = { type: 'string', description: 'The version this one builds on; without it, the service as written.' };
  const layer = varied(mapAt(mapAt(services, 'additionalProperties'), 'properties'));
  const sections = varied({ ...properties, services: { ...services, additionalProperties: SERVICE } }, UNVARIED);
  return {
    $schema: DIALECT,
    title: 'Sagascope scenario, format 1',
    type: 'object',
    properties: { ...sections, cases: casesSchema(Object.keys(sections)) },
    additionalProperties: false,
    $defs: {
      ...definitions(schema),
      choose: CHOOSE,
      service: map({ ...layer, versions: VERSIONS }),
      version: map({ ...layer, after }),
    },
  };
}

const SERVICE: JsonMap = { $ref: '#/$defs/service' };

const VERSIONS: JsonMap = {
  type: 'object',
  description: 'Other versions, each a layer over the service.',
  additionalProperties: { $ref: '#/$defs/version' },
};

const map = (properties: JsonMap): JsonMap => ({ type: 'object', properties, additionalProperties: false });

/** The lesson format as JSON Schema 2020-12. */
export function lessonSchema(): JsonMap {
  return { $schema: DIALECT, title: 'Sagascope lesson, format 1', ...published(lesson) };
}

/** Sections that no choice varies: they are what is chosen from, or name the file. */
const UNVARIED = ['format', 'base', 'id', 'choices', 'cases'];

const CHOOSE: JsonMap = {
  type: 'object',
  description: 'A value that depends on a choice: `{ choose: <choice>, <option>: value, otherwise: value }`.',
  properties: { choose: { type: 'string', description: 'The id of a choice.' } },
  required: ['choose'],
};

const CHOOSE_REFERENCE: JsonMap = { $ref: '#/$defs/choose' };

/** Keys of a file that a case does not have. */
const NOT_IN_A_CASE = ['format', 'base', 'cases', 'choices'];

/** A case lays over any other section, so it has the keys of a file. */
function casesSchema(sections: readonly string[]): JsonMap {
  const laid = sections
    .filter((key) => !NOT_IN_A_CASE.includes(key))
    .map((key) => [key, { $ref: `#/properties/${key}` }] as const);
  const says = { type: 'string', description: 'What this run shows, in a sentence.' };
  const choices = { type: 'object', description: 'Options by choice.', additionalProperties: { type: 'string' } };
  const aCase = map({ ...Object.fromEntries(laid), says, choices });
  return {
    type: 'object',
    description: 'Named runs: tests, staged set-ups, links from the lesson.',
    additionalProperties: aCase,
  };
}

function published(schema: z.ZodType): JsonMap {
  return without(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as unknown as JsonMap, '$schema');
}

const mapAt = (map: JsonMap, key: string): JsonMap => {
  const value = map[key];
  return isMap(value) ? value : {};
};

function definitions(schema: JsonMap): JsonMap {
  const found = Object.entries(mapAt(schema, '$defs')).map(([name, node]) => [name, inList(node)] as const);
  return Object.fromEntries(found);
}

/** Properties of a layer: each may depend on a choice or be removed by `null`, and none is required, for a base may bring it. */
function varied(properties: JsonMap, except: readonly string[] = []): JsonMap {
  const entries = Object.entries(properties).map(([key, node]) => {
    return [key, except.includes(key) || !isMap(node) ? node : mayVary(inLayer(node), true)] as const;
  });
  return Object.fromEntries(entries);
}

function mayVary(node: JsonMap, mayBeRemoved: boolean): JsonMap {
  const { description, ...rest } = node;
  const said = description === undefined ? {} : { description };
  const branches = [
    ...(Object.keys(rest).length === 0 ? [] : [rest]),
    CHOOSE_REFERENCE,
    ...(mayBeRemoved ? [{ type: 'null' }] : []),
  ];
  return Object.keys(rest).length === 0 ? node : { ...said, anyOf: branches };
}

/** Inside maps, which merge key by key. */
function inLayer(node: JsonMap): JsonMap {
  const rest = without(node, 'required');
  const more: Record<string, Json> = {};
  if (isMap(rest['properties'])) more['properties'] = varied(rest['properties']);
  if (isMap(rest['additionalProperties']))
    more['additionalProperties'] = mayVary(inLayer(rest['additionalProperties']), true);
  if (isMap(rest['items'])) more['items'] = mayVary(mapOf(inList(rest['items'])), false);
  if (isList(rest['anyOf'])) more['anyOf'] = rest['anyOf'].map((branch) => (isMap(branch) ? inLayer(branch) : branch));
  return { ...rest, ...more };
}

/** Inside lists, which replace as a whole: what is required stays so. */
function inList(node: Json): Json {
  if (isList(node)) return node.map(inList);
  if (!isMap(node)) return node;
  const more: Record<string, Json> = {};
  for (const key of ['additionalProperties', 'items']) {
    const inner = node[key];
    if (isMap(inner)) more[key] = mayVary(mapOf(inList(inner)), false);
  }
  if (isMap(node['properties'])) {
    const properties = Object.entries(node['properties']).map(
      ([key, inner]) => [key, isMap(inner) ? mayVary(mapOf(inList(inner)), false) : inner] as const,
    );
    more['properties'] = Object.fromEntries(properties);
  }
  if (isList(node['anyOf'])) more['anyOf'] = node['anyOf'].map(inList);
  return { ...node, ...more };
}

const mapOf = (node: Json): JsonMap => (isMap(node) ? node : {});
