import fc from 'fast-check';
import { isList, isMap, type Json } from '../../model/json.ts';

const replacement: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    '',
    'x',
    '=x',
    -1,
    1.5,
    1e21,
    true,
    [],
    {},
    [[]],
    { choose: 'publishing' },
    { choose: 'x', y: 1 },
    [null],
    'order',
    '5s',
  ),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
);

const edit = fc.record({
  path: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 9 }),
  value: replacement,
});

/** A JSON value with a few of its parts, at any depth, replaced by something else. */
export function editedJson(value: Json): fc.Arbitrary<Json> {
  return fc
    .array(edit, { minLength: 1, maxLength: 5 })
    .map((edits) => edits.reduce((now, { path, value: put }) => replaced(now, path, put), value));
}

/** Each number of the path picks one child by its share of the way through. */
function replaced(value: Json, [share, ...rest]: readonly number[], put: Json): Json {
  if (share === undefined || typeof value !== 'object' || value === null) return put;
  const keys = Object.keys(value);
  const at = keys[Math.floor(share * keys.length)];
  if (at === undefined) return put;
  const child = (value as Readonly<Record<string, Json>>)[at] ?? null;
  const inner = replaced(child, rest, put);
  if (isList(value)) return value.map((item, index) => (String(index) === at ? inner : item));
  return isMap(value) ? { ...value, [at]: inner } : inner;
}
