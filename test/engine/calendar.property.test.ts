import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addYears, dayOf, formatDay, monthOf, parseDay, yearOf } from '../../src/engine/calendar.ts';

const laws = { seed: 1, numRuns: 2000 };
const FIRST = dayOf(0, 1, 1);
const day = fc.integer({ min: FIRST, max: dayOf(9999, 12, 31) });

test('every day is written as the calendar of the language writes it, and reads back', () => {
  fc.assert(
    fc.property(day, (each) => {
      const text = new Date(each * 86_400_000).toISOString().slice(0, 10);
      expect(formatDay(each)).toBe(text);
      expect(parseDay(text)).toBe(each);
      expect([yearOf(each), monthOf(each)]).toEqual([Number(text.slice(0, 4)), Number(text.slice(5, 7))]);
    }),
    laws,
  );
});

test('so many years later lies between 365 and 366 days a year away, and keeps the order of days', () => {
  fc.assert(
    fc.property(fc.integer({ min: FIRST, max: dayOf(9900, 1, 1) }), fc.nat(90), (each, years) => {
      const later = addYears(each, years);
      expect(later - each).toBeGreaterThanOrEqual(365 * years);
      expect(later - each).toBeLessThanOrEqual(366 * years);
      expect(addYears(each + 1, years)).toBeGreaterThanOrEqual(later);
    }),
    laws,
  );
});
