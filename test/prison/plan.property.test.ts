/** A stronger plan can only help: sooner, more reviews kept, more needs matched, for the same luck. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysUntilPlan, keptChance } from '../../src/prison/plan.ts';

const u = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const hours = fc.double({ min: 0.1, max: 40, noNaN: true });
const runs = { seed: 1, numRuns: 300 };

test('more hours never make a plan later, nor a review less likely to be kept', () => {
  fc.assert(
    fc.property(u, share, fc.integer({ min: 0, max: 400 }), hours, hours, hours, (draw, kept, mean, a, b, usual) => {
      const [fewer, more] = [Math.min(a, b), Math.max(a, b)];
      expect(daysUntilPlan(draw, mean, more, usual)).toBeLessThanOrEqual(daysUntilPlan(draw, mean, fewer, usual));
      expect(keptChance(kept, more, usual)).toBeGreaterThanOrEqual(keptChance(kept, fewer, usual) - 1e-12);
    }),
    runs,
  );
});

test('a plan comes on a whole day after entry, and a chance is one', () => {
  fc.assert(
    fc.property(u, share, fc.integer({ min: 0, max: 400 }), hours, hours, (draw, kept, mean, given, usual) => {
      const days = daysUntilPlan(draw, mean, given, usual);
      expect(Number.isInteger(days)).toBe(true);
      expect(days).toBeGreaterThanOrEqual(1);
      const chance = keptChance(kept, given, usual);
      expect(chance).toBeGreaterThanOrEqual(0);
      expect(chance).toBeLessThanOrEqual(1);
    }),
    runs,
  );
});

test('at the usual hours both are as given', () => {
  fc.assert(
    fc.property(u, share, fc.integer({ min: 0, max: 400 }), hours, (draw, kept, mean, usual) => {
      expect(daysUntilPlan(draw, mean, usual, usual)).toBe(daysUntilPlan(draw, mean, 1, 1));
      expect(keptChance(kept, usual, usual)).toBe(kept);
    }),
    runs,
  );
});
