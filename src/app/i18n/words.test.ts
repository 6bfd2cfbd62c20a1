import { describe, expect, it } from 'vitest';

interface Words {
  readonly [key: string]: string | Words;
}
const files = import.meta.glob<{ readonly messages: Words }>(['./en/*.ts', './de/*.ts'], { eager: true });

function keysOf(words: Words, path = ''): readonly string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key}`] : keysOf(value, `${path}${key}.`),
  );
}

function textOf(words: Words, path: string): string {
  const value = path
    .split('.')
    .reduce<Words | string | undefined>((at, key) => (typeof at === 'object' ? at[key] : at), words);
  return typeof value === 'string' ? value : '';
}

const names = Object.keys(files).flatMap((path) => /^\.\/en\/(.+)\.ts$/u.exec(path)?.[1] ?? []);
const translated = names.filter((name) => `./de/${name}.ts` in files);
const wordsOf = (language: string, name: string): Words => files[`./${language}/${name}.ts`]?.messages ?? {};
const holes = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{\s*(\w+)/gu)].map(([, hole]) => hole ?? '').sort();

describe.each(translated)('the words of %s', (name) => {
  const english = wordsOf('en', name);
  const german = wordsOf('de', name);

  it('are the same in German, key by key', () => {
    expect(keysOf(german)).toEqual(keysOf(english));
  });

  it('leave the same holes in both languages, and nothing unsaid in one of them', () => {
    for (const key of keysOf(english)) {
      expect([key, holes(textOf(german, key))]).toEqual([key, holes(textOf(english, key))]);
      expect([key, textOf(german, key).trim() === '']).toEqual([key, textOf(english, key).trim() === '']);
    }
  });
});

it('are in German for all that the page says around a run', () => {
  expect(translated).toEqual(
    expect.arrayContaining(['shell', 'gallery', 'shortcuts', 'sharing', 'lessons', 'misconceptions']),
  );
});
