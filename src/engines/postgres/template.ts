import { PGlite } from '@electric-sql/pglite';
import { START_PARAMETERS } from './start.ts';
import { TEMPLATE_SLIMMING, TEMPLATE_SQL } from './template-sql.ts';

/** A data directory with the product's own functions in it, as an unpacked tar. Takes seconds: done once, at build time. */
export async function buildTemplate(): Promise<Uint8Array> {
  const postgres = await PGlite.create({ startParams: START_PARAMETERS });
  await postgres.exec(TEMPLATE_SQL);
  for (const statement of TEMPLATE_SLIMMING) await postgres.exec(statement);
  const dump = await postgres.dumpDataDir('none');
  await postgres.close();
  return new Uint8Array(await dump.arrayBuffer());
}
