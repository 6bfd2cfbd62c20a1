import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordedRouting } from './testing/recording.ts';
import { topicMatches } from './topic-pattern.ts';

const words = (...alphabet: readonly string[]) =>
  fc.array(fc.constantFrom(...alphabet), { maxLength: 6 }).map((list) => list.join('.'));

describe('topic patterns', () => {
  const { bindings, rows } = recordedRouting();

  it.each(rows)('route "$routingKey" as the recorded broker did', ({ routingKey, copies }) => {
    const ours = Object.entries(bindings).map(([queue, patterns]) => [
      queue,
      patterns.some((pattern) => topicMatches(pattern, routingKey)) ? 1 : 0,
    ]);
    expect(Object.fromEntries(ours)).toEqual(copies);
  });

  it('agree with the definition, word by word', () => {
    fc.assert(
      fc.property(words('a', 'b', '*', '#'), words('a', 'b', ''), (pattern, key) => {
        expect(topicMatches(pattern, key)).toBe(bySplitting(split(pattern), split(key)));
      }),
    );
  });

  it('stay quick on a pattern made to be slow', () => {
    const pattern = Array.from({ length: 60 }, () => '#.a').join('.');
    expect(topicMatches(pattern, Array.from({ length: 200 }, () => 'a').join('.'))).toBe(true);
    expect(topicMatches(`${pattern}.b`, Array.from({ length: 200 }, () => 'a').join('.'))).toBe(false);
  });
});

const split = (text: string): readonly string[] => (text === '' ? [] : text.split('.'));

function bySplitting(pattern: readonly string[], key: readonly string[]): boolean {
  const [word, ...rest] = pattern;
  if (word === undefined) return key.length === 0;
  if (word === '#') return [...Array(key.length + 1).keys()].some((taken) => bySplitting(rest, key.slice(taken)));
  const [first, ...others] = key;
  return first !== undefined && (word === '*' || word === first) && bySplitting(rest, others);
}
