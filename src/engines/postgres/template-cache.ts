import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { checksum } from '../flyway.ts';
import { TEMPLATE_SLIMMING, TEMPLATE_SQL } from './template-sql.ts';

const FOLDER = fileURLToPath(new URL('../../../.cache', import.meta.url));

/** Path of the gzipped template for the PGlite that is installed; builds it first if it is not there. */
export async function cachedTemplate(): Promise<string> {
  const path = join(FOLDER, `postgres-template-${await fingerprint()}.bin`);
  const isThere = await readFile(path).then(
    () => true,
    () => false,
  );
  if (isThere) return path;
  const { buildTemplate } = await import('./template.ts');
  const packed = await promisify(gzip)(await buildTemplate(), { level: 9 });
  await mkdir(FOLDER, { recursive: true });
  const unfinished = `${path}.${String(process.pid)}`;
  await writeFile(unfinished, packed);
  await rename(unfinished, path);
  await removeOthers(path);
  return path;
}

async function removeOthers(path: string): Promise<void> {
  const stale = (await readdir(FOLDER)).filter(
    (name) => /^postgres-template-.*\.bin$/.test(name) && name !== basename(path),
  );
  await Promise.all(stale.map((name) => rm(join(FOLDER, name), { force: true })));
}

/** Changes with the version of PGlite and with what we put into the template. */
async function fingerprint(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const { version } = JSON.parse(await readFile(join(entry, '../../package.json'), 'utf8')) as { version: string };
  const content = checksum([TEMPLATE_SQL, ...TEMPLATE_SLIMMING].join('\n'));
  return `${version}-${(content >>> 0).toString(16)}`;
}
