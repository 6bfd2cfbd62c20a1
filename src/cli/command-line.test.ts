import { describe, expect, it } from 'vitest';
import { readCommandLine, wholeNumber } from './command-line.ts';

const SHAPES = { json: 'flag', seed: 'value', fault: 'values' } as const;
const read = (...words: string[]) => readCommandLine(words, SHAPES);

describe('a command line', () => {
  it('tells words from options, whatever their order', () => {
    const line = read('one', '--seed', '7', 'two', '--json', '--fault=a', '--fault', 'b');

    expect(line.words).toEqual(['one', 'two']);
    expect(line.value('seed')).toBe('7');
    expect(line.values('fault')).toEqual(['a', 'b']);
    expect([line.has('json'), line.has('debug'), line.value('case')]).toEqual([true, false, null]);
  });

  it('keeps what stands after the first equals sign', () => {
    expect(read('--fault=down>inventory.db(for=2s)@1s').values('fault')).toEqual(['down>inventory.db(for=2s)@1s']);
  });

  it.each([
    [['--sed', '7'], 'There is no option `--sed`; did you mean `--seed`?'],
    [['--xyzzy'], 'There is no option `--xyzzy`; see --help.'],
    [['--constructor'], 'There is no option `--constructor`; see --help.'],
    [['--seed'], '`--seed` wants a value after it.'],
    [['--seed', '--json'], '`--seed` wants a value after it.'],
    [['--seed', '1', '--seed', '2'], '`--seed` is given twice; it takes one value.'],
    [['--json=yes'], '`--json` takes no value.'],
  ])('%j is refused with a way out', (words, said) => {
    expect(() => read(...words)).toThrow(said);
  });

  it.each(['-1', '1.5', '1e3', '', 'seven', '99999999999999999999'])('takes no `%s` for a whole number', (text) => {
    expect(() => wholeNumber(read(`--seed=${text}`), 'seed', 0)).toThrow('`--seed` wants a whole number from 0');
  });
});
