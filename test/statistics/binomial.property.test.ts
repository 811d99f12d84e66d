import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomialProbability, exactBinomialTest } from '../../src/statistics/binomial.ts';

const trials = fc.integer({ min: 1, max: 60 });
const chance = fc.double({ min: 0.001, max: 0.999, noNaN: true });

test('the exact test is the sum over all outcomes that are no more likely', () => {
  fc.assert(
    fc.property(trials, chance, fc.nat(), (n, p, any) => {
      const successes = any % (n + 1);
      const observed = binomialProbability(successes, n, p);
      let sum = 0;
      for (let k = 0; k <= n; k++) {
        const probability = binomialProbability(k, n, p);
        if (probability <= observed * (1 + 1e-7)) sum += probability;
      }
      expect(exactBinomialTest(successes, n, p)).toBeCloseTo(sum, 10);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('a fair test rejects at most as often as its level says', () => {
  fc.assert(
    fc.property(trials, chance, (n, p) => {
      let rejected = 0;
      for (let k = 0; k <= n; k++) if (exactBinomialTest(k, n, p) <= 0.05) rejected += binomialProbability(k, n, p);
      expect(rejected).toBeLessThanOrEqual(0.05 + 1e-9);
    }),
    { seed: 1, numRuns: 100 },
  );
});
