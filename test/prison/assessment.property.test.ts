import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalQuantile } from '../../src/engine/mathematics.ts';
import { assessedRank, assessmentCorrelation } from '../../src/prison/assessment.ts';

const draw = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
const logit = fc.double({ min: -6, max: 6, noNaN: true });
const correlation = fc.double({ min: 0, max: 1, noNaN: true });

test('the assessed rank is uniform among people whose log-odds are normal, whatever the correlation', () => {
  const steps = 60;
  const middles = Array.from({ length: steps }, (_, i) => (i + 0.5) / steps);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 0.95, noNaN: true }), (r) => {
      const tenths = new Array<number>(10).fill(0);
      for (const u of middles) {
        for (const v of middles) {
          const rank = assessedRank(-0.2 + 1.2 * normalQuantile(u), -0.2, 1.2, r, v);
          tenths[Math.min(9, Math.floor(rank * 10))]++;
        }
      }
      // a grid of 60 by 60 midpoints: the boundary of a tenth crosses at most some 120 of its 3600 cells
      for (const people of tenths) expect(Math.abs(people - 360)).toBeLessThanOrEqual(120);
    }),
    { seed: 1, numRuns: 25 },
  );
});

test('a rank is between 0 and 1, and never falls with the true risk nor with the error', () => {
  fc.assert(
    fc.property(logit, logit, correlation, draw, draw, (a, b, r, u, v) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const [less, more] = [Math.min(u, v), Math.max(u, v)];
      const rank = assessedRank(low, 0, 1.2, r, less);
      expect(rank).toBeGreaterThanOrEqual(0);
      expect(rank).toBeLessThanOrEqual(1);
      expect(assessedRank(high, 0, 1.2, r, less)).toBeGreaterThanOrEqual(rank - 1e-12);
      expect(assessedRank(low, 0, 1.2, r, more)).toBeGreaterThanOrEqual(rank - 1e-12);
    }),
    { seed: 1, numRuns: 400 },
  );
});

test('a better assessment is a higher correlation', () => {
  const auc = fc.double({ min: 0.5, max: 0.77, noNaN: true });
  fc.assert(
    fc.property(auc, auc, (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)].map((one) => assessmentCorrelation(one, 0.8));
      expect(high).toBeGreaterThanOrEqual(low!);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
    }),
    { seed: 1, numRuns: 200 },
  );
});
