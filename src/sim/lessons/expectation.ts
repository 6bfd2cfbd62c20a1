import { isList, isMap, type Json } from '../model/json.ts';
import type { Expectation } from '../scenario/scenario.ts';
import type { Trace } from '../trace/trace.ts';
import { readAddress } from './addresses.ts';

/** One place where a run ended otherwise than its file says. */
export interface Difference {
  readonly address: string;
  /** `0.status`: position of the row from 0 and the column; empty when the number of rows differs or the address names nothing. */
  readonly path: string;
  readonly expected: Json;
  readonly found: Json;
  /** One sentence. */
  readonly says: string;
}

/**
 * Compares the end of a run with its `expect`: per address all rows in key order, of each row the columns named, inside
 * a map the keys named. An empty list wants an empty table.
 */
export function compareExpectation(trace: Trace, expect: Expectation): readonly Difference[] {
  return Object.entries(expect).flatMap(([address, rows]) => {
    const read = readAddress(trace, trace.steps.length, address);
    if (!read.ok) return [{ address, path: '', expected: rows, found: null, says: read.problem }];
    return differences(rows, read.value, '').map(({ path, expected, found }) => ({
      address,
      path,
      expected,
      found,
      says: sentence(address, path, expected, found),
    }));
  });
}

type Place = Pick<Difference, 'path' | 'expected' | 'found'>;

function differences(expected: Json, found: Json | undefined, path: string): readonly Place[] {
  const here = [{ path, expected, found: found ?? null }];
  if (isList(expected)) {
    if (!isList(found) || found.length !== expected.length) return here;
    return expected.flatMap((element, index) => differences(element, found[index], inside(path, String(index))));
  }
  if (isMap(expected)) {
    if (!isMap(found)) return here;
    return Object.entries(expected).flatMap(([key, value]) => differences(value, found[key], inside(path, key)));
  }
  return (found ?? null) === expected ? [] : here;
}

const inside = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

function sentence(address: string, path: string, expected: Json, found: Json): string {
  if (path !== '') {
    return `\`${address}\` has ${JSON.stringify(found)} at ${path}, expected ${JSON.stringify(expected)}.`;
  }
  const wanted = isList(expected) ? expected.length : 0;
  return `\`${address}\` has ${rowCount(isList(found) ? found.length : 0)}, expected ${String(wanted)}: ${JSON.stringify(found)}.`;
}

const rowCount = (count: number): string => (count === 1 ? '1 row' : `${String(count)} rows`);
