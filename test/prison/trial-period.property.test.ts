/** Laws of the length of a trial period. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { trialLength } from '../../src/prison/trial-period.ts';

test('a trial is a whole day at least, no shorter than the least, and grows with the rest and the factor', () => {
  const rest = fc.integer({ min: 0, max: 3000 });
  const factor = fc.double({ min: 0, max: 20, noNaN: true });
  fc.assert(
    fc.property(rest, factor, fc.integer({ min: 0, max: 1000 }), fc.nat(100), (days, times, least, more) => {
      const length = trialLength(days, times, least);
      expect(Number.isInteger(length)).toBe(true);
      expect(length).toBeGreaterThanOrEqual(Math.max(1, least));
      expect(trialLength(days + more, times, least)).toBeGreaterThanOrEqual(length);
      expect(trialLength(days, times + more, least)).toBeGreaterThanOrEqual(length);
      expect(trialLength(days, times, least + more)).toBeGreaterThanOrEqual(length);
    }),
    { seed: 1, numRuns: 500 },
  );
});
