import { describe, expect, it } from 'vitest';
import { parseLesson } from './lesson-parse.ts';
import { oneOrderLesson } from './testing/fixtures.ts';

const german = (text: string) => ({ ...oneOrderLesson, translation: { file: 'lesson.de.yaml', text } });

describe('a lesson', () => {
  it('is read beat by beat', () => {
    const lesson = parseLesson(oneOrderLesson);
    const beats = lesson.ok ? lesson.value.beats : [];

    expect(beats).toHaveLength(6);
    expect(beats[0]).toMatchObject({ at: { kind: 'start' }, case: null, predict: null, takeaways: [] });
    expect(beats[1]?.at).toMatchObject({ kind: 'selector', selector: { point: 'tx.after_commit', in: 'order', n: 1 } });
    expect(beats[1]?.look).toEqual({ panel: null, tables: ['order.orders', 'order.outbox'] });
    expect(beats[2]?.predict?.options).toMatchObject([
      { value: 10, text: 'Still 10; it changes when the event is handled', right: false },
      { value: 8, because: 'M04' },
      { value: undefined, because: 'M03' },
      { because: 'M32' },
    ]);
    expect(beats[5]?.takeaways).toHaveLength(2);
  });

  it('takes the value of an option for its text when it has none', () => {
    const text =
      'format: 1\nbeats: [{ at: end, predict: { ask: How many?, options: [{ value: 4 }, { value: [1] }] } }]\n';
    const lesson = parseLesson({ file: 'lesson.yaml', text });

    expect(lesson.ok ? lesson.value.beats[0]?.predict?.options.map((option) => option.text) : lesson.problem).toEqual([
      '4',
      '[1]',
    ]);
  });

  it.each([
    ['format: 2\nbeats: []', 'This file needs a newer Sagascope.'],
    ['beats: []', '`format` wants 1.'],
    ['format: 1\nbeats: 3', '`beats` wants a list.'],
    [
      'format: 1\nbeats: [{ at: middle }]',
      '`at` wants start, end or a place such as `{ point: tx.after_commit, in: order }`.',
    ],
  ])('%j is refused: %s', (text, message) => {
    const lesson = parseLesson({ file: 'lesson.yaml', text });

    expect(lesson.ok ? [] : lesson.problem.map((found) => found.message)).toContain(message);
  });
});

describe('a translation', () => {
  it('replaces texts, and only those it has', () => {
    const lesson = parseLesson(
      german(`format: 1
beats:
  - say: Alice bestellt zwei Bücher.
  - {}
  - predict: { ask: Wie viele Bücher zählt Inventory?, options: [{ text: Noch 10 }, { text: Schon 8 }] }
  - predict: { options: [{}, { text: "Inventory: es steht zuerst" }] }
  - {}
  - takeaways: [Eine Anfrage, Niemand hielt alle drei.]
`),
    );
    const beats = lesson.ok ? lesson.value.beats : [];

    expect(beats[0]?.say).toBe('Alice bestellt zwei Bücher.');
    expect(beats[1]?.say).toBe('The order and the outbox row were committed together. Nothing has been sent yet.');
    expect(beats[2]?.predict?.options.map(({ text, value, because }) => [text, value, because])).toEqual([
      ['Noch 10', 10, null],
      ['Schon 8', 8, 'M04'],
      ['The Order Service writes 8 itself', undefined, 'M03'],
      ['10 until someone asks for it', undefined, 'M32'],
    ]);
    expect(beats[3]?.predict?.options[0]).toMatchObject({ text: 'Nothing decides it', right: true });
    expect(beats[5]?.takeaways).toEqual(['Eine Anfrage', 'Niemand hielt alle drei.']);
  });

  it.each([
    ['format: 1\nbeats: [{ at: end }]', '`at` is no text of this lesson; a translation holds texts only.', 2, 15],
    ['format: 1\nbeats: [{ case: x }]', '`case` has no counterpart in the lesson.', 2, 17],
    ['format: 1\nbeats: [{}, {}, {}, {}, {}, {}, {}]', '`beats` has more entries than the lesson.', 2, 8],
  ])('%j is refused: %s', (text, message, line, column) => {
    const lesson = parseLesson(german(text));

    expect(lesson.ok ? [] : lesson.problem).toEqual([
      expect.objectContaining({ message, line, column, file: 'lesson.de.yaml' }),
    ]);
  });
});
