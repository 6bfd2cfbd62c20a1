import { expect, it } from 'vitest';
import { badNamesIn, greedyComponentsIn, lengthAt, longerThan } from './measures.ts';

const lines = (path: string, count: number) => ({ path, text: 'const line = 1;\n'.repeat(count) });

it('finds the file that is one line too long, tests apart', () => {
  const sources = [lines('sim/kernel/fits.ts', 250), lines('sim/kernel/long.ts', 251), lines('sim/a.test.ts', 900)];

  expect(longerThan(sources, 250)).toEqual(['sim/kernel/long.ts has 251 lines']);
});

it('knows the median and the length of nine in ten', () => {
  const sources = Array.from({ length: 10 }, (_, n) => lines(`sim/kernel/file-${n}.ts`, (n + 1) * 10));

  expect(lengthAt(sources, 0.5)).toBe(50);
  expect(lengthAt(sources, 0.9)).toBe(90);
});

it('finds components that ask for more than six things', () => {
  const props = (count: number) => Array.from({ length: count }, (_, n) => `readonly p${n}: string;`).join(' ');
  const text = [
    `interface CardProps { ${props(6)} }`,
    `interface RowProps { ${props(7)} }`,
    `export function Table({ p0 }: { ${props(7)} }) { return <p>{p0}</p>; }`,
    `export function Cell({ p0 }: { ${props(6)} }) { return <p>{p0}</p>; }`,
  ].join('\n');

  expect(greedyComponentsIn([{ path: 'app/ui/Card.tsx', text }])).toEqual([
    'app/ui/Card.tsx: RowProps has 7 props',
    'app/ui/Card.tsx: Table has 7 props',
  ]);
});

it('knows a name that breaks the style or says nothing', () => {
  const good = ['main.tsx', 'app/ui/Button.tsx', 'sim/kernel/engine-port.ts', 'host/run.worker.ts', 'build/set-up.mjs'];
  const bad = ['sim/index.ts', 'app/ui/button-utils.ts', 'sim/helpers/thing.ts', 'sim/Kernel.ts', 'sim/run_host.ts'];

  expect(badNamesIn([...good, ...bad].map((path) => ({ path, text: '' })))).toEqual(bad);
});
