import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leaveAfter } from '../../src/prison/leave.ts';

const law = fc.record({
  part: fc.double({ min: 0, max: 1, noNaN: true }),
  leastDays: fc.integer({ min: 0, max: 400 }),
  longSentence: fc.integer({ min: 1, max: 21 }),
  longLeast: fc.integer({ min: 0, max: 10 }),
});
const sentence = fc.integer({ min: 1, max: 7670 });

test('leave never comes before the least and the part, nor a day later than they ask', () => {
  fc.assert(
    fc.property(sentence, law, (days, given) => {
      fc.pre(days <= given.longSentence * 365.25);
      const after = leaveAfter(days, given);
      expect(Number.isInteger(after)).toBe(true);
      expect(after).toBeGreaterThanOrEqual(given.leastDays);
      expect(after).toBeGreaterThanOrEqual(given.part * days - 1e-5);
      expect(after).toBeLessThan(Math.max(given.leastDays, given.part * days) + 1);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('among sentences that are not long, and under the law as it stands among all, a longer one never has leave earlier', () => {
  const lawful = { part: 1 / 3, leastDays: 122, longSentence: 12, longLeast: 4 };
  fc.assert(
    fc.property(sentence, sentence, law, (a, b, given) => {
      const [shorter, longer] = [Math.min(a, b), Math.max(a, b)];
      expect(leaveAfter(longer, lawful)).toBeGreaterThanOrEqual(leaveAfter(shorter, lawful));
      fc.pre(longer <= given.longSentence * 365.25);
      expect(leaveAfter(longer, given)).toBeGreaterThanOrEqual(leaveAfter(shorter, given));
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('a greater part, or a greater least, never brings leave forward', () => {
  fc.assert(
    fc.property(sentence, law, fc.nat(100), fc.double({ min: 0, max: 1, noNaN: true }), (days, given, more, part) => {
      const after = leaveAfter(days, given);
      expect(leaveAfter(days, { ...given, leastDays: given.leastDays + more })).toBeGreaterThanOrEqual(after);
      expect(leaveAfter(days, { ...given, part: Math.max(part, given.part) })).toBeGreaterThanOrEqual(after);
    }),
    { seed: 1, numRuns: 500 },
  );
});
