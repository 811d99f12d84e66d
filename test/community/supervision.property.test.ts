import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breachChance, daysToBreach, trialLength } from '../../src/community/supervision.ts';

const rank = fc.double({ min: 0, max: 1, noNaN: true });
const draw = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
const given = fc.record({
  breachShare: fc.double({ min: 0, max: 0.99, noNaN: true }),
  dutyOdds: fc.double({ min: 1, max: 100, noNaN: true }),
  riskLogOdds: fc.double({ min: 0, max: 10, noNaN: true }),
});

test('a higher risk, and the duty to report, only raise the chance and only bring a breach forward', () => {
  fc.assert(
    fc.property(rank, rank, given, draw, (a, b, law, u) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const chance = breachChance(false, low, law);
      for (const more of [breachChance(false, high, law), breachChance(true, low, law)]) {
        expect(more).toBeGreaterThanOrEqual(chance - 1e-12);
        expect(daysToBreach(u, Math.max(more, chance))).toBeLessThanOrEqual(daysToBreach(u, chance));
      }
      expect(chance).toBeGreaterThanOrEqual(0);
      expect(chance).toBeLessThan(1);
    }),
    { seed: 1, numRuns: 500 },
  );
});

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
