import { isList, isMap } from '../../model/json.ts';
import type { Cursor } from '../decode/cursor.ts';
import { slip } from './context.ts';

const words = (list: string): readonly string[] => list.split(' ').map((word) => `$${word}`);

/** What the document store understands; the rest would read a clock, roll dice, run code, or be unknown to it. */
const QUERY = words(
  'and or nor not eq ne gt gte lt lte in nin exists type elemMatch size all regex options mod expr comment',
);
const UPDATE = words('set unset inc mul min max rename setOnInsert push addToSet pull pullAll pop');
const UPDATE_DETAILS = words('each position slice sort');

/** A filter with known operators only; what `$expr` holds is the engine's to judge. */
export function checkFilter(filter: Cursor): void {
  if (isList(filter.value)) for (const item of filter.items()) checkFilter(item);
  if (!isMap(filter.value)) return;
  for (const [key, inner] of filter.entries()) {
    if (key === '$expr') continue;
    checkOperator(key, inner, QUERY);
    checkFilter(inner);
  }
}

/** An update is made of operators; a bare field would replace the document. */
export function checkUpdate(update: Cursor): void {
  for (const [operator, fields] of isMap(update.value) ? update.entries() : []) {
    if (!UPDATE.includes(operator)) noOperator(operator, fields, UPDATE);
    if (!isMap(fields.value)) continue;
    for (const [, value] of fields.entries()) {
      if (operator === '$pull') checkFilter(value);
      else if (isMap(value.value))
        for (const [key, inner] of value.entries()) checkOperator(key, inner, UPDATE_DETAILS);
    }
  }
}

function checkOperator(key: string, cursor: Cursor, known: readonly string[]): void {
  if (key.startsWith('$') && !known.includes(key)) noOperator(key, cursor, known);
}

function noOperator(key: string, cursor: Cursor, known: readonly string[]): void {
  cursor.note('filter-operator', `\`${key}\` is no operator here.`, { at: 'key', ...slip(key, known) });
}
