import type { DatabaseSpec } from '../../kernel/engine-port.ts';
import { isMap } from '../../model/json.ts';
import type { Row } from '../../model/rows.ts';
import type { Cursor } from './cursor.ts';

export const ENGINES = ['postgres', 'sqlite', 'document', 'memory'] as const;

/** A service's private database; its id is the service's. */
export function decodeDatabase(database: Cursor, id: string): DatabaseSpec | null {
  if (!database.present) return null;
  if (typeof database.value === 'string') {
    database.notYet();
    return null;
  }
  if (database.key('replica').present) database.key('replica').notYet();
  const rows = decodeRows(database.key('rows'));
  const collections = new Set([...database.key('collections').texts(), ...Object.keys(rows)]);
  const engine = database.key('engine').oneOf(ENGINES, 'memory');
  if (!database.key('engine').present) database.key('engine').wants(`one of ${ENGINES.join(', ')}`);
  return {
    id,
    engine,
    standsFor: database.key('standsFor').text(null),
    migrations: Object.fromEntries(
      database
        .key('migrations')
        .entries()
        .map(([name, sql]) => [name, sql.sql()]),
    ),
    collections: engine === 'document' || engine === 'memory' ? [...collections] : [],
    rows,
    atomicity: database.key('atomicity').oneOf(['session', 'document'], 'session'),
    access: database.key('access').oneOf(['owner', 'anyone'], 'owner'),
  };
}

/** Table → rows, in the order of the file. */
export function decodeRows(rows: Cursor): Readonly<Record<string, readonly Row[]>> {
  const tables = rows.entries().map(([table, list]) => {
    const maps = list.items().flatMap((item): readonly Row[] => {
      if (isMap(item.value)) return [item.value];
      item.wants('a row: a map of columns');
      return [];
    });
    return [table, maps] as const;
  });
  return Object.fromEntries(tables);
}
