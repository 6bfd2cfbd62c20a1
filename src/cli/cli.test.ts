import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from './cli.ts';

const place = mkdtempSync(join(tmpdir(), 'sagascope-'));
const story = join(place, 'my-scenario');

async function cli(...words: string[]) {
  const said = { out: '', err: '' };
  const code = await runCli(words, {
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
  });
  return { code, ...said };
}

/** The starter scenario with one thing changed, in a folder of its own. */
function changed(name: string, from: string, to: string): string {
  const folder = join(place, name);
  const text = readFileSync(join(story, 'scenario.yaml'), 'utf8');
  if (!text.includes(from)) throw new Error(`the starter has no ${from}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'scenario.yaml'), text.replace(from, to));
  return folder;
}

beforeAll(() => cli('new', story));
afterAll(() => {
  rmSync(place, { recursive: true, force: true });
});

describe('sagascope', () => {
  it('explains itself, and each of its commands', async () => {
    expect(await cli('--help')).toMatchObject({ code: 0, out: expect.stringContaining('sagascope run') as string });
    for (const command of ['check', 'run', 'new']) {
      expect(await cli(command, '--help')).toMatchObject({
        code: 0,
        out: expect.stringMatching(/Exit code/) as string,
      });
    }
  });

  it.each([
    [['chekc', 'x'], 'There is no command `chekc`; did you mean `check`?\n'],
    [['run'], '`run` wants a scenario: a folder or a file.\n'],
    [['run', 'nowhere'], 'There is no scenario at `nowhere`; name a folder with a scenario.yaml, or a file.\n'],
    [['run', story, '--export', 'otel'], '`--export otel` is not yet in this version.\n'],
    [['run', story, '--export', 'svg'], '`--export` knows mermaid and json, not `svg`.\n'],
    [
      ['run', story, '--choose', 'publishing'],
      '`--choose publishing` wants a choice and an option: publishing=outbox.\n',
    ],
    [['run', story, '--max-steps', '0'], '`--max-steps` wants a whole number from 1, not `0`.\n'],
    [['check', 'nowhere'], 'There is no file or folder `nowhere`.\n'],
    [['new'], '`new` wants a name, such as my-scenario.\n'],
    [['new', story], `\`${story}\` is already there; choose another name.\n`],
  ])('%j ends with 2 and one sentence', async (words, said) => {
    expect(await cli(...words)).toEqual({ code: 2, out: '', err: said });
  });

  it.each([
    [['--choose', 'publishing=smoke'], /`smoke` is not an option of `publishing`/],
    [['--case', 'nobody'], /There is no `nobody`/],
    [['--fault', 'crash@'], /`--fault crash@`: /],
  ])('run %j says what cannot be used', async (options, said) => {
    expect(await cli('run', story, ...options)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(said) as string,
    });
  });
});

describe('what cannot be put right', () => {
  it('is a sentence too, and the place only when asked for', async () => {
    expect((await cli('run', 'nowhere')).err).not.toContain('scenario-files.ts');
    expect((await cli('run', 'nowhere', '--debug')).err).toContain('scenario-files.ts');
  });

  it('is told by the engine that refuses a file', async () => {
    const folder = changed('refused', 'says text not null) strict', 'says text not null strict');

    expect(await cli('run', folder)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/V1__create_notes.*syntax/) as string,
    });
  });
});

describe('new', () => {
  it('writes a scenario that passes check', async () => {
    expect(existsSync(join(story, 'lesson.yaml'))).toBe(true);
    expect(await cli('check', story)).toEqual({ code: 0, out: '1 scenario, 0 errors, 0 warnings.\n', err: '' });
  });

  it('takes no name that is none', async () => {
    expect(await cli('new', join(place, 'My Scenario'))).toMatchObject({ code: 2 });
  });
});

describe('run', () => {
  it('prints the steps, and what became of the promises', async () => {
    const { code, out } = await cli('run', story);

    expect(code).toBe(0);
    expect(out).toContain('Ann          sends POST /notes to writer');
    expect(out).toContain('promises:\n  written-then-seen: held\n');
  });

  it('ends with 1 when a promise breaks that no case expects to', async () => {
    const zombie = ['--choose', 'publishing=direct-after-commit', '--fault', 'crash@tx.after_commit:writer#1'];

    expect(await cli('run', story, ...zombie)).toMatchObject({
      code: 1,
      out: expect.stringContaining('broken at step') as string,
    });
    expect(await cli('run', story, '--case', 'never-told')).toMatchObject({ code: 0 });
  });

  it('prints one object', async () => {
    const { out } = await cli('run', story, '--json', '--seed', '7');
    const report = JSON.parse(out) as Record<string, Record<string, unknown>>;

    expect(Object.keys(report)).toEqual(['spec', 'steps', 'state', 'promises', 'struck', 'end']);
    expect(report['spec']?.['seed']).toBe(7);
    expect(report['state']).toMatchObject({
      writer: { notes: [{ id: 'N-1', says: 'hello' }] },
      reader: { seen: [{ _id: 'N-1' }] },
    });
    expect(report['promises']).toMatchObject({ 'written-then-seen': { answer: 'held' } });
    expect(report['end']).toMatchObject({ kind: 'quiescent' });
  });

  it('stops after a step when asked, and says so when it was not', async () => {
    const cut = await cli('run', story, '--until', '5', '--json');
    const report = JSON.parse(cut.out) as { readonly steps: readonly unknown[]; readonly state: unknown };
    expect(cut.code).toBe(0);
    expect(report.steps.length).toBe(5);
    expect(report.state).toMatchObject({ writer: { notes: [] } });

    expect(await cli('run', story, '--max-steps', '5')).toMatchObject({
      code: 1,
      out: expect.stringMatching(/takes more/) as string,
    });
  });

  it('draws a sequence diagram', async () => {
    const { code, out } = await cli('run', story, '--export', 'mermaid');

    expect(code).toBe(0);
    expect(out).toMatch(/^sequenceDiagram\n/);
  });
});

describe('check', () => {
  const findings = async (folder: string) =>
    (await cli('check', folder)).out.split('\n').map((line) => line.replace(folder, ''));

  it.each([
    [
      'a column nobody made',
      'insert into notes values (:body.id, :body.says)',
      'insert into notes (id, sais) values (:body.id, :body.says)',
      /^\/scenario.yaml:31:22 sql-rejected SQLite .* says: .*sais/,
    ],
    [
      'a broken migration',
      'says text not null) strict',
      'says text not null strict',
      /^\/scenario.yaml:25:87 sql-rejected SQLite .* says: /,
    ],
    [
      'another end than expected',
      'writer.notes: [{ id: N-1, says: hello }]',
      'writer.notes: [{ id: N-1, says: bye }]',
      /^\/scenario.yaml:63:35 end-differs `writer.notes` has "hello" at 0.says, expected "bye"\./,
    ],
    [
      'a promise that does not break',
      'breaks: [written-then-seen]',
      'breaks: [written-then-seen, other]',
      /promise-unknown/,
    ],
    [
      'a place nobody passes',
      'point: tx.after_commit, n: 1',
      'point: tx.after_commit, n: 9',
      /warning did-not-strike `crash@tx.after_commit:writer#9` did not strike\./,
    ],
    ['text that is no YAML', 'format: 1', 'format: [1', /^\/scenario.yaml:\d+:\d+ yaml-syntax /],
  ])('places %s', async (name, from, to, finding) => {
    const found = await findings(changed(name.replaceAll(' ', '-'), from, to));

    expect(found).toContainEqual(expect.stringMatching(finding));
  });

  it('places a row that the engine refuses', async () => {
    const folder = changed(
      'row',
      'messaging: { publish',
      'rows: { notes: [{ id: N-0, says: null }] }\n    messaging: { publish',
    );
    const text = readFileSync(join(folder, 'scenario.yaml'), 'utf8').replace('\n    rows:', '\n  rows:');
    writeFileSync(join(folder, 'scenario.yaml'), text.replace(/\n *rows: \{ notes/, '\n      rows: { notes'));

    expect(await findings(folder)).toContainEqual(
      expect.stringMatching(/:26:22 row-rejected SQLite .* refuses this row: .*says/),
    );
  });

  it('looks for every beat of the lesson, and for exactly one right option', async () => {
    const folder = changed('lesson', 'minutes: 5', 'minutes: 6');
    const lesson = readFileSync(join(story, 'lesson.yaml'), 'utf8');
    writeFileSync(
      join(folder, 'lesson.yaml'),
      lesson
        .replace('value: 0,', 'value: 2,')
        .replace('- at: end', '- at: { point: tx.after_commit, in: reader, n: 2 }'),
    );

    const found = await findings(folder);

    expect(found).toContainEqual(
      expect.stringMatching(/lesson.yaml:\d+:\d+ lesson-ungraded No option is right. The run says 0\./),
    );
    expect(found).toContainEqual(
      expect.stringMatching(/lesson.yaml:\d+:\d+ anchor-unreachable No run reaches this point\./),
    );
  });

  it('gives its findings as data', async () => {
    const { code, out } = await cli('check', changed('data', 'minutes: 5', 'minutes: five'), '--json');

    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([{ severity: 'error', code: 'value-type', line: 7 }]);
  });
});
