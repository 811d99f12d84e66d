/** Intervals hold the truth as often as they say, over a thousand studies through the real engine; `docs/background/coverage.md`. */
import { describe, expect, test } from 'vitest';
import { binomialQuantile } from '../../src/statistics/binomial.ts';
import { coverageOf } from './coverage.ts';

describe('of a thousand studies, by exact test at 1 %', () => {
  test('intervals hold the truth in 950, and no effect is called one in 50', { timeout: 3_600_000 }, () => {
    for (const { claim, count, of, expected } of coverageOf(1000)) {
      expect(count, claim).toBeGreaterThanOrEqual(binomialQuantile(0.005, of, expected));
      expect(count, claim).toBeLessThanOrEqual(binomialQuantile(0.995, of, expected));
    }
  });
});
