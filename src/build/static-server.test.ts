import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveSite, type StaticSite } from './static-server.ts';

let outside: string;
let site: StaticSite;

beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), 'site-'));
  const folder = join(outside, 'dist');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(outside, 'secret.txt'), 'not part of the site');
  await writeFile(join(folder, 'index.html'), '<p>start</p>');
  await writeFile(join(folder, 'assets', 'engine.wasm'), 'bytes');
  site = await serveSite({ folder, prefix: '/some/sub/path/', port: 0 });
});

afterAll(async () => {
  await site.close();
  await rm(outside, { recursive: true });
});

/** Sends the path as it is: `fetch` would tidy up the dots before the server sees them. */
function statusOf(path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(site.address);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
}

it('answers with the start page at its own address', async () => {
  expect(await (await fetch(site.address)).text()).toBe('<p>start</p>');
});

it('names the type a browser needs to compile an engine', async () => {
  const response = await fetch(`${site.address}assets/engine.wasm`);

  expect(response.headers.get('content-type')).toBe('application/wasm');
});

it('has nothing for an address that names no file, instead of the start page', async () => {
  expect((await fetch(`${site.address}assets/engine.data`)).status).toBe(404);
  expect((await fetch(new URL('/index.html', site.address))).status).toBe(404);
});

it('lets nobody out of its folder', async () => {
  expect(await statusOf('/some/sub/path/../secret.txt')).toBe(404);
  expect(await statusOf('/some/sub/path/%2e%2e/secret.txt')).toBe(404);
  expect(await statusOf('/some/sub/path/..%2fsecret.txt')).toBe(404);
  expect(await statusOf('/some/sub/path/%')).toBe(400);
});
