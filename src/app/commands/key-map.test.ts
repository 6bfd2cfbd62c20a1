import { describe, expect, it } from 'vitest';
import { bindingOf, COMMAND_IDS, isSingleKey } from './key-map.ts';
import { keyName } from './key-names.ts';

const page = import.meta.glob<string>(['../**/*.{ts,tsx}', '!./**', '!../i18n/**', '!../**/*.test.*'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

describe('the key map', () => {
  it('names nothing that the page does not do', () => {
    const text = Object.values(page).join('\n');
    expect(COMMAND_IDS.filter((id) => !text.includes(`'${id}'`))).toEqual([]);
  });

  it('gives a key to one command only', () => {
    const keys = COMMAND_IDS.flatMap((id) => bindingOf(id).keys);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it('knows which keys work alone', () => {
    expect(['k', '?', '1', 'Space', 'g h'].every(isSingleKey)).toBe(true);
    expect(['ArrowRight', 'Home', 'F8', '$mod+k', 'Shift+ArrowLeft', 'Escape'].some(isSingleKey)).toBe(false);
  });

  it('names keys as they stand on the keyboard', () => {
    expect(['$mod+k', 'g h', 'Shift+ArrowRight', '?'].map(keyName)).toEqual(['Ctrl+K', 'G H', 'Shift+→', '?']);
  });
});
