import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { POSTGRES_BYTES } from './postgres/sizes.ts';
import { cachedTemplate } from './postgres/template-cache.ts';
import { SQLITE_WASM_BYTES } from './sqlite/sizes.ts';

const weigh = async (path: string): Promise<number> => (await stat(path)).size;
const find = (name: string): string => createRequire(import.meta.url).resolve(name);

it('knows what the files weigh that a progress bar counts up to', async () => {
  expect(await weigh(find('sql.js/dist/sql-wasm-browser.wasm'))).toBe(SQLITE_WASM_BYTES);
  expect(await weigh(find('@electric-sql/pglite/pglite.wasm'))).toBe(POSTGRES_BYTES.wasm);
  expect(await weigh(find('@electric-sql/pglite/pglite.data'))).toBe(POSTGRES_BYTES.bundle);
  const template = await weigh(await cachedTemplate());
  expect(Math.abs(template / POSTGRES_BYTES.template - 1)).toBeLessThan(0.02);
});
