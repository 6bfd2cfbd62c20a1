import { describe, expect, it } from 'vitest';
import { bindingOf, COMMAND_IDS, isSingleKey } from './key-map.ts';
import { keyName } from './key-names.ts';

describe('the key map', () => {
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
