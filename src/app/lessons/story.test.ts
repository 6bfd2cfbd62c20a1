import { describe, expect, it } from 'vitest';
import type { Beat, PlacedBeat } from '#sim/lessons/lesson.ts';
import {
  isLessonRun,
  predictionsInSight,
  saidAt,
  standingOf,
  stopAt,
  stopsOf,
  takeawaysAt,
  titleAndText,
} from './story.ts';

const beat: Beat = {
  at: { kind: 'start' },
  case: null,
  say: null,
  look: null,
  predict: null,
  try: null,
  reveal: null,
  takeaways: [],
};
const option = { text: '', value: undefined, right: false, because: null, from: null };
const predict = { ask: 'How many?', options: [option, option], read: [], answer: null, by: null, in: null };

const said = (index: number, cursor: number | null, say: string): PlacedBeat => ({
  beat: { ...beat, say },
  index,
  cursor,
  answer: null,
});

const asked = (index: number, cursor: number, answerAt: number | null, right = [true, false]): PlacedBeat => ({
  beat: { ...beat, predict },
  index,
  cursor,
  answer: { cursor: answerAt, value: 10, right, texts: ['10', '8'] },
});

describe('the stops of a story', () => {
  const stops = stopsOf([
    said(0, 0, 'one'),
    said(1, 9, 'two'),
    said(2, null, 'never'),
    said(3, 9, 'three'),
    said(4, 4, 'early'),
  ]);

  it('stand in the order of the run, beats at one step together, without those the run never passes', () => {
    expect(stops.map(({ cursor, beats }) => [cursor, beats.map(({ index }) => index)])).toEqual([
      [0, [0]],
      [4, [4]],
      [9, [1, 3]],
    ]);
  });

  it('know the one the reader has last passed, and what is told there', () => {
    expect(stopAt(stops, 3)).toBe(0);
    expect(stopAt(stops, 4)).toBe(1);
    expect(saidAt(stops[1])).toBe('early');
    expect(saidAt(stops[2])).toBe('two three');
    expect(saidAt(stopsOf([asked(0, 5, 11)])[0])).toBeNull();
  });
});

describe('what to take along', () => {
  const stop = { cursor: 12, beats: [{ ...said(2, 12, ''), beat: { ...beat, takeaways: ['It is gone.'] } }] };

  it('waits until nothing in sight is still being asked, for it would answer', () => {
    expect(takeawaysAt(stop, [asked(1, 5, 12)], {})).toEqual([]);
    expect(takeawaysAt(stop, [asked(1, 5, 12)], { 1: 0 })).toEqual(['It is gone.']);
    expect(takeawaysAt(stop, [], {})).toEqual(['It is gone.']);
  });
});

describe('a prediction', () => {
  const placed = asked(1, 5, 11);

  it('tells nothing before a choice is locked, however far the run has gone', () => {
    expect(standingOf(placed, null, 5)).toEqual({ kind: 'asked' });
    expect(standingOf(placed, null, 99)).toEqual({ kind: 'asked' });
  });

  it('tells nothing of a locked choice before the run gets there', () => {
    expect(standingOf(placed, 1, 10)).toEqual({ kind: 'locked', chosen: 1, answerAt: 11 });
  });

  it('says whether the run agrees once it does', () => {
    expect(standingOf(placed, 1, 11)).toEqual({ kind: 'answered', chosen: 1, agrees: false });
    expect(standingOf(placed, 0, 11)).toEqual({ kind: 'answered', chosen: 0, agrees: true });
  });

  it('stays locked where the run never decides', () => {
    expect(standingOf(asked(1, 5, 11, [false, false]), 0, 20)).toMatchObject({ kind: 'locked' });
    expect(standingOf(asked(1, 5, null), 0, 20)).toMatchObject({ kind: 'locked', answerAt: null });
  });

  it('is answered by another run at once, when the lesson says so', () => {
    const elsewhere = { ...placed, beat: { ...placed.beat, predict: { ...predict, in: 'zombie' } } };
    expect(standingOf(elsewhere, 0, 5)).toMatchObject({ kind: 'answered', agrees: true });
  });

  it('stays in sight until the run has answered and told the next thing', () => {
    const stops = stopsOf([asked(0, 5, 11), said(1, 8, 'meanwhile'), said(2, 12, 'then')]);
    const inSight = (cursor: number) => predictionsInSight(stops, cursor).map(({ index }) => index);

    expect(inSight(4)).toEqual([]);
    expect([5, 8, 11].map(inSight)).toEqual([[0], [0], [0]]);
    expect(inSight(12)).toEqual([]);
  });
});

describe('a run', () => {
  const plain = { choices: {}, caseId: 'broker-down', seed: 1, entries: [] };

  it('is the lesson’s own while the reader changed nothing in it', () => {
    expect(isLessonRun(plain)).toBe(true);
    expect(isLessonRun({ ...plain, choices: { publishing: 'outbox' } })).toBe(false);
    expect(isLessonRun({ ...plain, seed: 2 })).toBe(false);
  });
});

describe('the words of a beat', () => {
  it('begin with a title', () => {
    expect(titleAndText('Order commits locally. Nothing has been sent yet. Wait.')).toEqual({
      title: 'Order commits locally',
      text: 'Nothing has been sent yet. Wait.',
    });
  });

  it('may be a title alone', () => {
    expect(titleAndText('Who will ever find out?')).toEqual({ title: 'Who will ever find out?', text: '' });
  });

  it('keep code and numbers whole', () => {
    expect(titleAndText('The row in `order.orders` costs 24.00. It is there.').title).toBe(
      'The row in `order.orders` costs 24.00',
    );
  });
});
