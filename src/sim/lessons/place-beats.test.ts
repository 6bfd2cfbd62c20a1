import { describe, expect, it } from 'vitest';
import { shopTrace } from '../projections/testing/shop-trace.ts';
import type { Selector } from '../scenario/plan.ts';
import type { Anchor, Beat, Lesson, PredictOption, Prediction } from './lesson.ts';
import { gradeBeats, placeBeats } from './place-beats.ts';
import type { Variation } from './variations.ts';

const ANYWHERE: Selector = {
  point: 'tx.after_commit',
  in: null,
  instance: null,
  handler: null,
  message: null,
  subject: null,
  command: null,
  callee: null,
  n: 1,
};

const at = (selector: Partial<Selector>): Anchor => ({ kind: 'selector', selector: { ...ANYWHERE, ...selector } });

const beat = (part: Partial<Beat>): Beat => ({
  at: { kind: 'start' },
  case: null,
  say: null,
  look: null,
  predict: null,
  try: null,
  reveal: null,
  takeaways: [],
  ...part,
});

const option = (part: Partial<PredictOption>): PredictOption => ({
  text: '',
  value: undefined,
  right: false,
  because: null,
  from: null,
  ...part,
});

const howManyBooks = (part: Partial<Prediction>): Prediction => ({
  ask: 'How many books are left?',
  options: [option({ value: 10 }), option({ value: 8, text: 'Two fewer' }), option({ text: 'Nobody knows' })],
  read: [{ name: 'stock', from: { kind: 'address', address: 'inventory.stock' } }],
  answer: '=stock[0].on_hand',
  by: null,
  in: null,
  ...part,
});

const lesson = (...beats: readonly Beat[]): Lesson => ({ beats });
const nowhere = () => Promise.reject(new Error('no other run is needed'));

describe('the beats of a run', () => {
  it('stand at the n-th step their anchor names, at the start, or at the end', () => {
    const trace = shopTrace(2);
    const placed = placeBeats(
      lesson(
        beat({}),
        beat({ at: at({ in: 'order' }) }),
        beat({ at: at({ in: 'order', n: 2 }) }),
        beat({ at: at({ in: 'order', n: 3 }) }),
        beat({ at: { kind: 'end' } }),
      ),
      trace,
      null,
    );

    expect(placed.map(({ cursor, index }) => [index, cursor])).toEqual([
      [0, 0],
      [1, 7],
      [2, 37],
      [3, null],
      [4, trace.steps.length],
    ]);
  });

  it('are those of its case', () => {
    const both = lesson(beat({}), beat({ case: 'zombie' }));

    expect(placeBeats(both, shopTrace(1), 'zombie').map(({ index }) => index)).toEqual([1]);
    expect(placeBeats(both, shopTrace(1), null).map(({ index }) => index)).toEqual([0]);
  });
});

describe('a prediction', () => {
  it('is graded by the rows at the step where it is asked', () => {
    const [placed] = placeBeats(lesson(beat({ at: at({}), predict: howManyBooks({}) })), shopTrace(1), null);

    expect(placed?.answer).toEqual({
      cursor: 7,
      value: 10,
      right: [true, false, false],
      texts: ['10', 'Two fewer', 'Nobody knows'],
    });
  });

  it('is graded where its answer shows, when that is later', () => {
    const predict = howManyBooks({ by: { kind: 'end' } });
    const [placed] = placeBeats(lesson(beat({ at: at({}), predict })), shopTrace(1), null);

    expect(placed).toMatchObject({ cursor: 7, answer: { cursor: 31, value: 8, right: [false, true, false] } });
  });

  it('without a computed answer is right where the lesson says so', () => {
    const options = [option({ text: 'Yes', right: true }), option({ text: 'No' })];
    const predict = howManyBooks({ answer: null, read: [], options });
    const [placed] = placeBeats(lesson(beat({ predict })), shopTrace(1), null);

    expect(placed?.answer).toEqual({ cursor: 0, value: undefined, right: [true, false], texts: ['Yes', 'No'] });
  });

  it('takes a wrong answer from the run where it would be right', async () => {
    const asked: Variation[] = [];
    const direct = { choices: { publishing: 'direct' } };
    const predict = howManyBooks({ by: { kind: 'end' }, options: [option({ value: 8 }), option({ from: direct })] });

    const [placed] = await gradeBeats(lesson(beat({ predict }), beat({ predict })), shopTrace(1), null, (variation) => {
      asked.push(variation);
      return Promise.resolve(shopTrace(3));
    });

    expect(placed?.answer).toMatchObject({ right: [true, false], texts: ['8', '4'] });
    expect(asked).toEqual([{ caseId: null, choices: { publishing: 'direct' } }]);
  });

  it('can be about another case, at its end', async () => {
    const predict = howManyBooks({ in: 'twice', options: [option({ value: 6 }), option({ value: 8 })] });
    const both = lesson(beat({ predict }));

    expect(placeBeats(both, shopTrace(1), null)[0]?.answer).toMatchObject({ cursor: null, right: [false, false] });
    const [placed] = await gradeBeats(both, shopTrace(1), null, () => Promise.resolve(shopTrace(2)));
    expect(placed?.answer).toMatchObject({ cursor: 61, value: 6, right: [true, false] });
  });

  it('computes nothing from an address that is not there', async () => {
    const predict = howManyBooks({ read: [{ name: 'stock', from: { kind: 'address', address: 'inventory.shelf' } }] });
    const [placed] = await gradeBeats(lesson(beat({ predict })), shopTrace(1), null, nowhere);

    expect(placed?.answer).toMatchObject({ value: undefined, right: [false, false, false] });
  });

  it('does not take a text for the number it looks like', () => {
    const predict = howManyBooks({ options: [option({ value: '10' }), option({ value: 10 })] });
    const [placed] = placeBeats(lesson(beat({ predict })), shopTrace(1), null);

    expect(placed?.answer?.right).toEqual([false, true]);
  });
});
