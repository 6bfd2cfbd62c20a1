import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { build } from 'vite';
import { scenarioPlugin } from './scenario-plugin.ts';

const SHIPPED = join(import.meta.dirname, '..', '..', 'scenarios');
const folder = mkdtempSync(join(tmpdir(), 'sagascope-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const entry = join(folder, 'entry.js');
writeFileSync(entry, "import { cards, files } from 'virtual:scenarios';\nglobalThis.found = { cards, files };");

async function built(root: string) {
  const result = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [scenarioPlugin(root)],
    build: { write: false, minify: false, lib: { entry, formats: ['es'] } },
  });
  return [result].flat().flatMap((output) => ('output' in output ? output.output : []));
}

describe('the built page', () => {
  it('carries every shipped scenario: a card in the index, the rest in a file of its own', async () => {
    const chunks = (await built(SHIPPED)).flatMap((file) => (file.type === 'chunk' ? [file] : []));
    const [index] = chunks.filter(({ isEntry }) => isEntry);
    const [one] = chunks.filter(({ name }) => name === 'ecommerce-order-created');

    expect(index?.code).toContain('ecommerce-order-created');
    expect(index?.code).not.toContain('create table');
    expect(one?.code).toContain('create table');
    expect(one?.code).toContain('beats');
  });

  it('is not built from a scenario that cannot be used, and says where it is wrong', async () => {
    const broken = join(folder, 'broken');
    cpSync(SHIPPED, broken, { recursive: true });
    mkdirSync(join(broken, 'wrong'));
    writeFileSync(join(broken, 'wrong', 'scenario.yaml'), 'format: 1\nid: wrong\ntitle: a, b: c: d\n');

    await expect(built(broken)).rejects.toThrow(/scenarios\/wrong\/scenario\.yaml:3:\d+ /u);
  });

  it('is not built from two scenarios with one id', async () => {
    const twice = join(folder, 'twice');
    cpSync(SHIPPED, twice, { recursive: true });
    cpSync(join(SHIPPED, 'ecommerce-order-created'), join(twice, 'again'), { recursive: true });

    await expect(built(twice)).rejects.toThrow('Two scenarios have the id `ecommerce-order-created`.');
  });
});
