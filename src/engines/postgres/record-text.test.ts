import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '#sim/model/json.ts';
import { readArray, readRecord } from './record-text.ts';
import { fromPostgres, toPostgres } from './values.ts';

const TEXT_LIST = 1009;

/** As PostgreSQL's `record_out` prints a row of texts. */
function printRecord(fields: readonly (string | null)[]): string {
  const printed = fields.map((field) => {
    if (field === null) return '';
    const needsQuotes = field === '' || /["\\(),\s]/.test(field);
    return needsQuotes ? `"${field.replace(/["\\]/g, '$&$&')}"` : field;
  });
  return `(${printed.join(',')})`;
}

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('"', '\\', ',', ')', '(', ' ', 'a') }),
);

describe('the text of a row', () => {
  it('reads back whatever PostgreSQL prints', () => {
    fc.assert(
      fc.property(fc.array(fc.option(anyText), { minLength: 1 }), (fields) => {
        expect(readRecord(printRecord(fields))).toEqual(fields);
      }),
    );
  });

  it('tells an empty text from a null', () => {
    expect(readRecord('("",,a)')).toEqual(['', null, 'a']);
    expect(readRecord('()')).toEqual([null]);
  });
});

describe('the text of an array', () => {
  it('reads nested arrays, nulls and quotes', () => {
    expect(readArray('{{a,"b c"},{NULL,"NULL"}}')).toEqual([
      ['a', 'b c'],
      [null, 'NULL'],
    ]);
    expect(readArray('{}')).toEqual([]);
  });

  it('survives the way there and back', () => {
    fc.assert(
      fc.property(fc.array(fc.option(anyText)), (items) => {
        const list: Json = items;
        expect(fromPostgres(toPostgres(list, TEXT_LIST), TEXT_LIST)).toEqual(items);
      }),
    );
  });
});

describe('numbers', () => {
  it.each([
    ['9007199254740991', 20, 9_007_199_254_740_991],
    ['9007199254740992', 20, '9007199254740992'],
    ['-12.50', 1700, -12.5],
    ['0.1234567890123456', 1700, '0.1234567890123456'],
    ['NaN', 1700, 'NaN'],
    ['NaN', 701, 'NaN'],
  ])('reads %s of type %i as %s', (text, type, value) => {
    expect(fromPostgres(text, type)).toBe(value);
  });
});
