import { isList, isMap, type Json } from '#sim/model/json.ts';
import type { Row } from '#sim/model/rows.ts';

/** A copy that shares nothing with the original and is plain JSON: holes of a list become null, absent fields stay absent. */
export function copyOf(document: Row): Row {
  return Object.fromEntries(
    Object.entries(document as Readonly<Record<string, Json | undefined>>).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, copyValue(value)]],
    ),
  );
}

function copyValue(value: Json): Json {
  if (isMap(value)) return copyOf(value);
  return isList(value) ? Array.from(value as readonly (Json | undefined)[], (item) => copyValue(item ?? null)) : value;
}
