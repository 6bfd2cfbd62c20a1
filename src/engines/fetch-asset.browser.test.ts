import { expect, it } from 'vitest';
import { EngineLoadError } from './engine-load-error.ts';
import { type Asset, fetchAssets } from './fetch-asset.ts';

const asset = (url: string, bytes = 4): Asset => ({ engine: 'sqlite', name: 'thing.wasm', url, bytes });
const data = (type: string, text: string): string => `data:${type},${text}`;

it('counts over all files, up to the whole', async () => {
  const heard: (readonly [number, number])[] = [];
  const files = await fetchAssets(
    [asset(data('application/wasm', 'abcd')), asset(data('application/octet-stream', 'abcdefgh'), 8)],
    (...progress) => heard.push(progress),
  );
  expect(files.map((file) => new TextDecoder().decode(file))).toEqual(['abcd', 'abcdefgh']);
  expect(heard.every(([loaded, total]) => loaded <= total && total === 12)).toBe(true);
  expect(heard.at(-1)).toEqual([12, 12]);
});

it.each([
  [
    'a file that the server does not give',
    () => new URL('/@fs/etc/hostname', location.origin).href,
    /^the server answered 40\d$/,
  ],
  ['a page in place of a file', () => data('text/html', '<p>'), /page/],
  ['a server that cannot be reached', () => 'http://127.0.0.1:9/x.wasm', /./],
])('says which file could not be had: %s', async (_, url, detail) => {
  const error: unknown = await fetchAssets([asset(url())], () => null).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(EngineLoadError);
  expect(error).toMatchObject({
    engine: 'sqlite',
    asset: 'thing.wasm',
    detail: expect.stringMatching(detail) as string,
  });
});
