import { expect, it } from 'vitest';
import { lastWindow, movedWindow, WINDOW } from './window.ts';

const top = { scrollTop: 10, scrollHeight: 5000, clientHeight: 400 };
const middle = { scrollTop: 2000, scrollHeight: 5000, clientHeight: 400 };
const bottom = { scrollTop: 4600, scrollHeight: 5000, clientHeight: 400 };

it('shows the last lines, and no more than fit the window', () => {
  expect(lastWindow(5)).toEqual({ start: 0, end: 5 });
  expect(lastWindow(1000)).toEqual({ start: 1000 - WINDOW, end: 1000 });
});

it('moves towards the edge the reader scrolls to, never past an end and never larger', () => {
  const last = lastWindow(1000);
  const earlier = movedWindow(last, 1000, top);

  expect(earlier).toEqual({ start: 910, end: 970 });
  expect(movedWindow(earlier, 1000, bottom)).toEqual(last);
  expect(movedWindow(earlier, 1000, middle)).toBe(earlier);
  expect(movedWindow({ start: 20, end: 80 }, 1000, top)).toEqual({ start: 0, end: 60 });
  expect(movedWindow(last, 1000, bottom)).toBe(last);
});
