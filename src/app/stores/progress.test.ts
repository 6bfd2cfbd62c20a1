// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { progressStore, standingOf, toContinue, visitsFrom } from './progress.ts';

const at = (beat: number, link = '#/play/a?v=1&at=3') => ({ beat, beats: 4, step: 3, steps: 20, link });
const visitOf = (id: string) => progressStore.getState().visits[id];

beforeEach(() => {
  progressStore.setState({ visits: {} });
  window.localStorage.clear();
});

describe('the progress in a scenario', () => {
  it('grows from new over started and half way to done', () => {
    const { visit } = progressStore.getState();

    expect(standingOf(visitOf('a'))).toBe('new');
    visit('a', at(1));
    expect(standingOf(visitOf('a'))).toBe('started');
    visit('a', at(2));
    expect(standingOf(visitOf('a'))).toBe('halfway');
    visit('a', at(4));
    expect(standingOf(visitOf('a'))).toBe('done');
  });

  it('is not lost by stepping back, nor by opening another run afterwards', () => {
    const { visit } = progressStore.getState();
    visit('a', at(4));
    visit('a', at(1));

    expect(visitOf('a')).toMatchObject({ beat: 4, done: true });
  });

  it('keeps the first answer that was locked', () => {
    const { lock } = progressStore.getState();
    lock('a', 2, 1);
    lock('a', 2, 0);

    expect(visitOf('a')?.answers).toEqual({ 2: 1 });
  });

  it('continues what was last visited and is not done', () => {
    const { visit } = progressStore.getState();
    visit('a', at(1, '#/play/a?v=1&at=1'));
    visit('b', at(1, '#/play/b?v=1&at=1'));
    visit('c', at(4, '#/play/c?v=1&at=9'));
    expect(toContinue(progressStore.getState().visits)?.id).toBe('b');

    visit('a', at(2, '#/play/a?v=1&at=2'));
    expect(toContinue(progressStore.getState().visits)).toMatchObject({
      id: 'a',
      visit: { link: '#/play/a?v=1&at=2' },
    });
  });

  it('is kept in the browser', () => {
    progressStore.getState().visit('a', at(2));

    const kept: unknown = JSON.parse(window.localStorage.getItem('sagascope.progress') ?? '');
    expect(visitsFrom(kept as Record<string, unknown>)).toEqual(progressStore.getState().visits);
  });

  it('reads what it can of a store that somebody else wrote', () => {
    expect(
      visitsFrom({ a: 1, b: { beat: -3, link: 'javascript:alert(1)', answers: { 1: 'x' }, done: 'yes' } }),
    ).toEqual({
      b: { beat: 0, beats: 0, step: 0, steps: 0, link: '', done: false, turn: 0, answers: { 1: 0 } },
    });
  });
});
