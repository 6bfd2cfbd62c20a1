import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bannedWordsIn } from './build/house/banned-words.ts';
import { heavyAtStart, homelessIn, strayPackagesIn, trespassesIn } from './build/house/import-rules.ts';
import { badNamesIn, greedyComponentsIn, lengthAt, longerThan } from './build/house/measures.ts';
import { readTree } from './build/house/tree.ts';

const SRC = import.meta.dirname;
const ROOT = join(SRC, '..');

/** Files of `src` that stand in no room. */
const OUTSIDE_ANY_ROOM = ['architecture.test.ts', 'vite-env.d.ts'];

const TOP_FOLDERS = ['docs', 'e2e', 'public', 'scenarios', 'src'];
const MADE_BY_TOOLS = ['coverage', 'dist', 'node_modules', 'playwright-report', 'test-results'];

const LINES_AT_MOST = 250;
const LINES_OF_NINE_IN_TEN = 180;
const LINES_OF_THE_MEDIAN = 80;

const sources = readTree(SRC);

describe('the architecture', () => {
  it('lets imports flow one way', () => expect(trespassesIn(sources)).toEqual([]));

  it('keeps every package at home', () => expect(strayPackagesIn(sources)).toEqual([]));

  it('has no folder outside the table', () => expect(homelessIn(sources, OUTSIDE_ANY_ROOM)).toEqual([]));

  it('has no folder at the top but the agreed ones', () => {
    const folders = readdirSync(ROOT, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .filter((name) => !MADE_BY_TOOLS.includes(name));

    expect(folders.filter((name) => !TOP_FOLDERS.includes(name))).toEqual([]);
  });

  it('paints first and loads engines, editors and parsers when they are asked for', () =>
    expect(heavyAtStart(sources, 'main.tsx')).toEqual([]));

  it('keeps clocks, chance and locales out of a run, and lets no text become code', () =>
    expect(bannedWordsIn(sources)).toEqual([]));

  it('names every file after what is in it', () => expect(badNamesIn(sources)).toEqual([]));

  it('keeps every component to a few props', () => expect(greedyComponentsIn(sources)).toEqual([]));

  it('keeps every file short enough to read in one sitting', () => {
    const [median, nineInTen] = [lengthAt(sources, 0.5), lengthAt(sources, 0.9)];
    console.info(`Lines per file: median ${median}, nine in ten at most ${nineInTen}.`);

    expect(longerThan(sources, LINES_AT_MOST)).toEqual([]);
    expect(median).toBeLessThanOrEqual(LINES_OF_THE_MEDIAN);
    expect(nineInTen).toBeLessThanOrEqual(LINES_OF_NINE_IN_TEN);
  });
});

describe('the start page', () => {
  const page = readFileSync(join(ROOT, 'index.html'), 'utf8');
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(page)?.[1] ?? '';
  const directives = new Map(
    policy.split(';').map((directive) => {
      const [name = '', ...values] = directive.trim().split(/\s+/);
      return [name, values.join(' ')];
    }),
  );

  it('names no host but its own, for anything', () => {
    expect(directives.get('default-src')).toBe("'self'");
    expect(directives.get('script-src')).toBe("'self' 'wasm-unsafe-eval'");
    expect(directives.get('connect-src')).toBe("'self' data: blob:");
    expect(directives.get('object-src')).toBe("'none'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval'(?<!wasm-unsafe-eval')/);
  });

  it('holds no script of its own, because the policy would refuse it', () => {
    const scripts = [...page.matchAll(/<script([^>]*)>([^<]*)/g)];

    expect(scripts).not.toEqual([]);
    for (const [, attributes, body] of scripts) {
      expect(attributes).toContain('src=');
      expect(body).toBe('');
    }
    expect(page).not.toMatch(/\son\w+=/);
  });
});
