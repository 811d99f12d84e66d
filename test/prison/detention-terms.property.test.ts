import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addYears } from '../../src/engine/calendar.ts';
import { daysOf, frameDays, minimumDays, petitionDay, yearSince } from '../../src/prison/detention-terms.ts';

const runs = { seed: 1, numRuns: 500 };
const sentence = fc.integer({ min: 1, max: 7670 });
const factor = fc.double({ min: 1, max: 3, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const day = fc.integer({ min: -20_000, max: 40_000 });

test('a frame is whole, never over 21 years, never under the sentence, and over 15 years only where the sentence is', () => {
  fc.assert(
    fc.property(sentence, factor, (sentenceDays, times) => {
      const frame = frameDays(sentenceDays, times, 15, 21);
      expect(Number.isInteger(frame)).toBe(true);
      expect(frame).toBeGreaterThanOrEqual(sentenceDays);
      expect(frame).toBeLessThanOrEqual(7670);
      if (frame > daysOf(15)) expect(frame).toBe(sentenceDays);
    }),
    runs,
  );
});

test('a longer sentence or a greater factor never shortens the frame', () => {
  fc.assert(
    fc.property(sentence, fc.nat(400), factor, share, (sentenceDays, longer, times, more) => {
      const frame = frameDays(sentenceDays, times, 15, 21);
      expect(frameDays(sentenceDays + longer, times, 15, 21)).toBeGreaterThanOrEqual(frame);
      expect(frameDays(sentenceDays, times + more, 15, 21)).toBeGreaterThanOrEqual(frame);
    }),
    runs,
  );
});

test('a minimum term is at least a day, at most the frame and at most ten years, and grows with its share', () => {
  fc.assert(
    fc.property(sentence, share, share, (frame, one, other) => {
      const [lower, higher] = [Math.min(one, other), Math.max(one, other)];
      const minimum = minimumDays(frame, higher, 10);
      expect(minimum).toBeGreaterThanOrEqual(1);
      expect(minimum).toBeLessThanOrEqual(Math.min(frame, 3652));
      expect(minimumDays(frame, lower, 10)).toBeLessThanOrEqual(minimum);
    }),
    runs,
  );
});

test('whole years are never longer than in the calendar between 1915 and 2100, and at most a day shorter', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 21 }), (from, years) => {
      const calendar = addYears(from, years) - from;
      expect(daysOf(years)).toBeLessThanOrEqual(calendar);
      expect(daysOf(years)).toBeGreaterThanOrEqual(calendar - 1);
    }),
    runs,
  );
});

test('petitions are a year apart, none before the minimum term, each in a year of its own, and the last ends the frame', () => {
  fc.assert(
    fc.property(day, fc.nat(4000), fc.nat(6000), (custody, minimum, more) => {
      const minimumDay = custody + 1 + minimum;
      const frameEnd = minimumDay + more;
      const seen = new Set<number>();
      let today = custody;
      while (today < frameEnd) {
        const next = petitionDay(minimumDay, frameEnd, today);
        expect(next).toBeGreaterThan(today);
        expect(next).toBeGreaterThanOrEqual(minimumDay);
        if (today > custody && next < frameEnd) {
          expect(next - today).toBeGreaterThanOrEqual(365);
          expect(next - today).toBeLessThanOrEqual(366);
        }
        if (next < frameEnd) {
          expect(seen.has(yearSince(minimumDay, next))).toBe(false);
          seen.add(yearSince(minimumDay, next));
        }
        today = next;
      }
      expect(today).toBe(frameEnd);
    }),
    { seed: 1, numRuns: 300 },
  );
});
