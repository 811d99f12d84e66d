import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysUntilDeath } from '../../src/community/mortality.ts';

test.each([
  [1e-12, 0.02, 1, 'nobody dies on the day of arrival'],
  [0.5, 0.02, 12_659, 'the median: ln 2 / 0.02 = 34.66 years'],
  [1 - 1 / Math.E, 0.02, 18_263, 'the mean: 50 years'],
  [0.5, 0.0001, 2_531_721, 'the lowest rate allowed'],
  [0.5, 1, 254, 'a death a year: ln 2 of a year'],
])('draw %f at %f a year: %i days, %s', (u, rate, days) => {
  expect(daysUntilDeath(u, rate)).toBe(days);
});

test('a higher rate never lets the same person live longer', () => {
  const rate = fc.double({ min: 0.0001, max: 1, noNaN: true });
  const draw = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
  fc.assert(
    fc.property(draw, rate, rate, (u, a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      expect(daysUntilDeath(u, high)).toBeLessThanOrEqual(daysUntilDeath(u, low));
      expect(daysUntilDeath(u, high)).toBeGreaterThanOrEqual(1);
    }),
    { seed: 1, numRuns: 300 },
  );
});
