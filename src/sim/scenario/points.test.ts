import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isPoint } from './points.ts';

/** Where steps are made. */
const ROOMS = ['actors', 'kernel', 'faults'];

const source = ROOMS.flatMap((room) =>
  readdirSync(join(import.meta.dirname, '..', room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.includes('testing'))
    .map((name) => readFileSync(join(import.meta.dirname, '..', room, name), 'utf8')),
).join('\n');

it('knows every point that a step is made with', () => {
  const lists = [...source.matchAll(/points: [^\n]*|pass\([^)]*\)/g)].map(([text]) => text);
  const named = lists.flatMap((text) => [...text.matchAll(/'([a-z]+\.[a-z_.]+)'/g)].map(([, point]) => point ?? ''));

  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((point) => !isPoint(point))).toEqual([]);
});
