import type { JsonMap } from '#sim/model/json.ts';

const VERSIONED = /^V(\d+(?:[._]\d+)*)__(\w+)$/;
const REPEATABLE = /^R__(\w+)$/;

/** The name of a migration, read as Flyway reads it (R-MIG-2). `version` is null for a repeatable one. */
export interface MigrationName {
  readonly version: string | null;
  readonly description: string;
}

/** Reads `V2__add_nick` or `R__views`; null for any other name. */
export function parseMigrationName(name: string): MigrationName | null {
  const [, version, what] = VERSIONED.exec(name) ?? [];
  if (version !== undefined && what !== undefined) {
    return { version: version.replaceAll('_', '.'), description: what.replaceAll('_', ' ') };
  }
  const [, repeated] = REPEATABLE.exec(name) ?? [];
  return repeated === undefined ? null : { version: null, description: repeated.replaceAll('_', ' ') };
}

/** CRC-32 over the lines of a script, signed, blind to line endings: an edited migration shows (R-MIG-3). */
export function checksum(script: string): number {
  let crc = -1;
  for (const line of script.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    for (const byte of new TextEncoder().encode(line)) crc = (crc >>> 8) ^ crcOf((crc ^ byte) & 0xff);
  }
  return ~crc;
}

function crcOf(byte: number): number {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
}

/** A row of `schema_history` but for its rank and its success. */
export function historyEntry(name: string, script: string, virtualMs: number): JsonMap {
  const read = parseMigrationName(name);
  return {
    version: read?.version ?? null,
    description: read?.description ?? name,
    type: 'SQL',
    script: `${name}.sql`,
    checksum: checksum(script),
    installed_on_ms: virtualMs,
  };
}
