import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chanceAfterOdds, verdictOf, verdicts } from '../../src/prison/court.ts';

const chance = fc.double({ min: 0, max: 1, noNaN: true });
const inside = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const factor = fc.double({ min: 0.001, max: 1000, noNaN: true });

test('factors on odds multiply, and the inverse takes the chance back', () => {
  fc.assert(
    fc.property(inside, factor, factor, (p, a, b) => {
      expect(chanceAfterOdds(chanceAfterOdds(p, a), b)).toBeCloseTo(chanceAfterOdds(p, a * b), 9);
      expect(chanceAfterOdds(chanceAfterOdds(p, a), 1 / a)).toBeCloseTo(p, 9);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('greater odds never make prison less likely', () => {
  fc.assert(
    fc.property(chance, factor, factor, (p, a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      expect(chanceAfterOdds(p, high)).toBeGreaterThanOrEqual(chanceAfterOdds(p, low) - 1e-15);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('with the same draws, a higher chance of prison turns other sanctions into prison and nothing else', () => {
  fc.assert(
    fc.property(chance, chance, chance, chance, chance, (acquittal, sanction, share, p, q) => {
      const [low, high] = [Math.min(p, q), Math.max(p, q)];
      const [before, after] = [low, high].map((c) => verdictOf(acquittal, sanction, share, c));
      if (before === after) return;
      expect([before, after]).toEqual([verdicts.otherSanction, verdicts.prison]);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('with the same draws, a higher share of acquittals only acquits', () => {
  fc.assert(
    fc.property(chance, chance, chance, chance, chance, (acquittal, sanction, share, other, p) => {
      const [low, high] = [Math.min(share, other), Math.max(share, other)];
      const [before, after] = [low, high].map((s) => verdictOf(acquittal, sanction, s, p));
      if (before !== after) expect(after).toBe(verdicts.acquitted);
    }),
    { seed: 1, numRuns: 500 },
  );
});
