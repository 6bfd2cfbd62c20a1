import fc from 'fast-check';
import { expect, it } from 'vitest';
import { instant } from '../model/time.ts';
import { Agenda } from './agenda.ts';

function drain(agenda: Agenda<string>): string[] {
  const items: string[] = [];
  for (let due = agenda.takeNext(); due !== null; due = agenda.takeNext()) items.push(due.item);
  return items;
}

it('keeps appointments in order of time, then priority, then booking (R-KRN-1)', () => {
  const agenda = new Agenda<string>();
  agenda.book(instant(12), 0, 'booked first');
  agenda.book(instant(12), 1, 'less urgent');
  agenda.book(instant(0), 5, 'earliest');
  agenda.book(instant(12), 0, 'booked last');

  expect(drain(agenda)).toEqual(['earliest', 'booked first', 'booked last', 'less urgent']);
  expect(agenda.nextAt).toBeNull();
});

it('gives the same order as a stable sort, whatever is booked', () => {
  const bookings = fc.array(fc.record({ at: fc.nat(20), priority: fc.nat(2) }), { maxLength: 200 });
  fc.assert(
    fc.property(bookings, (list) => {
      const agenda = new Agenda<string>();
      for (const [n, { at, priority }] of list.entries()) agenda.book(instant(at), priority, String(n));
      const sorted = list
        .map((one, n) => ({ ...one, n }))
        .sort((a, b) => a.at - b.at || a.priority - b.priority || a.n - b.n);

      expect(drain(agenda)).toEqual(sorted.map(({ n }) => String(n)));
    }),
  );
});
