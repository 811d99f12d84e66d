import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breachChance, daysToBreach } from '../../src/community/supervision.ts';

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
