import { describe, expect, it } from 'vitest';
import { bannedWordsIn } from './banned-words.ts';

const found = (path: string, text: string) => bannedWordsIn([{ path, text }]);

describe('banned words', () => {
  it.each([
    'const n = Math.random();',
    'const n = Math\n  .random();',
    'const at = Date.now();',
    'const at = new Date();',
    'const at = new  Date(0);',
    'const at = performance.now();',
    'const id = crypto.randomUUID();',
    'names.sort((a, b) => a.localeCompare(b));',
    'price.toLocaleString();',
    'new Intl.NumberFormat();',
    'setTimeout(() => run(), 10);',
  ])('are found in the simulation and in the engines, and not in the page: %s', (text) => {
    expect(found('sim/kernel/planted.ts', text)).toHaveLength(1);
    expect(found('engines/sqlite/planted.ts', text)).toHaveLength(1);
    expect(found('app/shell/planted.ts', text)).toEqual([]);
  });

  it.each([
    `eval('1 + 1');`,
    `new Function('return 1')();`,
    `element.innerHTML = text;`,
    `element['innerHTML'] = text;`,
    `element.insertAdjacentHTML('beforeend', text);`,
    `document.write(text);`,
  ])('that turn text into code are found everywhere: %s', (text) => {
    expect(found('app/shell/planted.ts', text)).toHaveLength(1);
    expect(found('sim/trace/planted.ts', text)).toHaveLength(1);
  });

  it('are found in components', () => {
    const text = 'export const Say = () => <p dangerouslySetInnerHTML={{ __html: says }} />;';

    expect(found('app/ui/Planted.tsx', text)).toEqual(['app/ui/Planted.tsx uses raw HTML: text stays text']);
  });

  it('may be spoken of, and may be part of other words', () => {
    const text = `/** Never Math.random, never innerHTML. */\n// eval(x)\nconst toDate = parseDate(text); retrieval(x);`;

    expect(found('sim/kernel/planted.ts', text)).toEqual([]);
  });
});
