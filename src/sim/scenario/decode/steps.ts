import type { Json, JsonMap } from '../../model/json.ts';
import type { HandlerStep, ReadStep, WriteStep } from '../handler-step.ts';
import { LIMITS } from '../limits.ts';
import type { Cursor } from './cursor.ts';

/** The verbs of a step that this version runs. */
export const VERBS = [
  'read',
  'write',
  'let',
  'transaction',
  'emit',
  'send',
  'call',
  'reply',
  'refuse',
  'do',
  'wait',
] as const;
/** Verbs of the format that come later. */
export const LATER_VERBS = ['lock', 'start', 'together', 'timer'] as const;

const ALL_VERBS: readonly string[] = [...VERBS, ...LATER_VERBS];

type Common = Pick<HandlerStep, 'path' | 'condition' | 'otherwise' | 'each'>;

/** Reads a list of steps; a child of step `2` has the path `2.0`, one of its else branch `2.else.0`. */
export function decodeSteps(cursor: Cursor, under = '', depth = 0): readonly HandlerStep[] {
  if (depth > LIMITS.nesting) {
    cursor.note('too-large', `Steps nest at most ${String(LIMITS.nesting)} deep.`);
    return [];
  }
  return cursor.items().flatMap((item, index) => {
    const step = decodeStep(item, `${under}${String(index)}`, depth);
    return step === null ? [] : [step];
  });
}

export function verbsOf(step: Cursor): readonly string[] {
  return step.keys().filter((key) => ALL_VERBS.includes(key));
}

function decodeStep(step: Cursor, path: string, depth: number): HandlerStep | null {
  const verbs = verbsOf(step);
  const [verb] = verbs;
  if (verb === undefined || verbs.length !== 1) {
    step.note('step-verb', `A step has exactly one verb; this one has ${String(verbs.length)}.`);
    return null;
  }
  const common: Common = {
    path,
    condition: step.key('if').text(null),
    otherwise: decodeSteps(step.key('else'), `${path}.else.`, depth + 1),
    each: decodeEach(step.key('each')),
  };
  return decodeVerb(verb, step, common, depth);
}

function decodeEach(each: Cursor): HandlerStep['each'] {
  const [name] = each.keys();
  if (name === undefined) {
    if (each.present) each.wants('a map with one name, such as `{ line: =body.lines }`');
    return null;
  }
  if (each.keys().length > 1) each.wants('a map with one name, such as `{ line: =body.lines }`');
  return { name, list: each.key(name).text() };
}

function decodeVerb(verb: string, step: Cursor, common: Common, depth: number): HandlerStep | null {
  const as = step.key('as').text(null);
  switch (verb) {
    case 'read':
      return decodeRead(step, common);
    case 'write':
      return decodeWrite(step, common);
    case 'let': {
      const names = step
        .key('let')
        .entries()
        .map(([name, value]) => ({ name, value: value.json() }));
      return { ...common, verb, names };
    }
    case 'transaction':
      return { ...common, verb, steps: decodeSteps(step.key(verb), `${common.path}.`, depth + 1), as };
    case 'do':
      return { ...common, verb, steps: decodeSteps(step.key(verb), `${common.path}.`, depth + 1) };
    case 'emit':
    case 'send':
      return {
        ...common,
        verb,
        type: step.key(verb).text(),
        data: orEmpty(step.key('data')),
        version: step.key('version').whole(1, 1, 1_000),
      };
    case 'call':
      return decodeCall(step, common);
    case 'reply':
      return { ...common, verb, status: step.key(verb).json(), body: step.key('body').json() };
    case 'refuse':
      return { ...common, verb, reason: step.key(verb).text(), status: step.key('status').whole(422, 100, 599) };
    case 'wait':
      return { ...common, verb, ms: step.key(verb).ms(0) };
    default:
      step.key(verb).notYet();
      return null;
  }
}

const orEmpty = (cursor: Cursor): Json => (cursor.present ? cursor.json() : {});

/** One word is a collection; anything longer is SQL. */
export const isCollectionName = (text: string): boolean => /^[A-Za-z_]\w*$/.test(text);

const named = (step: Cursor) => ({
  in: step.key('in').text(null),
  row: step.key('row').text(null),
  rows: step.key('rows').text(null),
  count: step.key('count').text(null),
});

function decodeRead(step: Cursor, common: Common): ReadStep {
  const text = step.key('read').sql();
  if (step.key('from').present) step.key('from').notYet();
  const source: ReadStep['source'] = isCollectionName(text)
    ? {
        kind: 'documents',
        collection: text,
        filter: step.key('filter').map(),
        sort: mapOrNull(step.key('sort')),
        limit: step.key('limit').whole(null, 1, LIMITS.rows),
      }
    : { kind: 'sql', sql: text };
  return { ...common, verb: 'read', source, ...named(step) };
}

function decodeWrite(step: Cursor, common: Common): WriteStep {
  if (step.key('from').present) step.key('from').notYet();
  return { ...common, verb: 'write', change: decodeChange(step), ...named(step), as: step.key('as').text(null) };
}

function decodeChange(step: Cursor): WriteStep['change'] {
  const text = step.key('write').sql();
  if (!isCollectionName(text)) return { kind: 'sql', sql: text };
  const filter = step.key('filter').map();
  if (step.key('insert').present) return { kind: 'insert', collection: text, document: step.key('insert').json() };
  if (step.key('update').present) {
    const upsert = step.key('upsert').flag(false);
    return { kind: 'update', collection: text, filter, update: step.key('update').map(), upsert };
  }
  if (step.key('delete').value !== true) step.key('write').note('value-type', CHANGE_WANTED);
  return { kind: 'delete', collection: text, filter };
}

const CHANGE_WANTED = '`write` on a collection wants one of insert, update, delete.';

const mapOrNull = (cursor: Cursor): JsonMap | null => (cursor.present ? cursor.map() : null);

function decodeCall(step: Cursor, common: Common): HandlerStep {
  const target = operationOf(step.key('call'));
  return {
    ...common,
    verb: 'call',
    service: target.service,
    operation: target.operation,
    params: orEmpty(step.key('params')),
    query: orEmpty(step.key('query')),
    body: step.key('body').json(),
    key: step.key('key').json(),
    as: step.key('as').text(null),
  };
}

/** `order POST /orders` → service and operation. */
export function operationOf(call: Cursor): { readonly service: string; readonly operation: string } {
  const match = /^(\S+)\s+(\S.*)$/.exec(call.text());
  if (match === null) call.wants('a service, a method and a path, such as `order POST /orders`');
  return { service: match?.[1] ?? '', operation: (match?.[2] ?? '').replace(/\s+/g, ' ') };
}
