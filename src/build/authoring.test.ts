import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { VERBS } from '#sim/scenario/decode/steps.ts';
import { LIMITS } from '#sim/scenario/limits.ts';
import { isPoint } from '#sim/scenario/points.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const guide = readFileSync(join(ROOT, 'docs', 'authoring.md'), 'utf8');
const starter = readFileSync(join(ROOT, 'src', 'cli', 'starter', 'scenario.yaml'), 'utf8');

const section = (title: string): string => guide.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';

it('shows the file that a new scenario starts from', () => {
  const shown = /```yaml\n([^]*?)\n```/.exec(section('A whole file'))?.[1] ?? '';

  expect({ ...parse(shown), id: '' }).toEqual({ ...parse(starter), id: '' });
});

it('explains every verb a step can have, and no other', () => {
  const firstCells = [...section('Steps').matchAll(/^\| (`.*?) +\|/gm)].map(([, cell]) => cell ?? '');
  const explained = firstCells.flatMap((cell) => [...cell.matchAll(/`([a-z]+):`/g)].map(([, verb]) => verb ?? ''));

  expect([...explained].sort()).toEqual([...VERBS].sort());
});

it('names only points that a run has', () => {
  const named = [...section('The plan').matchAll(/`([a-z]+(?:\.[a-z_]+)+)`/g)].map(([, point]) => point ?? '');
  const points = named.filter((name) => name !== 'order.db');

  expect(points.length).toBeGreaterThan(10);
  expect(points.filter((point) => !isPoint(point))).toEqual([]);
});

it('tells the limits that are in force', () => {
  const limits = section('Limits').replaceAll(/\s+/g, ' ');

  for (const told of [
    `${LIMITS.bytes / 1024} kB`,
    `${LIMITS.aliases} aliases`,
    `${LIMITS.depth} levels`,
    `Services ${LIMITS.services}`,
    `instances ${LIMITS.instances}`,
    `choices ${LIMITS.choices} with ${LIMITS.options} options`,
    `handlers ${LIMITS.handlers}, with ${LIMITS.steps} steps each, ${LIMITS.nesting} deep`,
    `${LIMITS.expression} characters`,
    `${LIMITS.rows.toLocaleString('fr').replace(/\s/, ' ')} rows`,
    `${LIMITS.plan} entries`,
    `${LIMITS.repeat.toLocaleString('fr').replace(/\s/, ' ')} times`,
    `cases ${LIMITS.cases}, promises ${LIMITS.promises}, beats ${LIMITS.beats}`,
    `a text has ${LIMITS.text} characters`,
  ])
    expect(limits).toContain(told);
});
