/** Intervals hold the truth as often as they say, over a thousand studies through the real engine; `docs/background/coverage.md`. */
import { expect, test } from 'vitest';
import { workerThreads } from '../../src/runners/worker-threads.ts';
import { binomialQuantile } from '../../src/statistics/binomial.ts';
import { coverageOf } from './coverage.ts';

test('of a thousand studies, by exact test at 1 %: intervals hold the truth in 950, and no effect is called one in 50', async () => {
  for (const { claim, count, of, expected, isAtLeast } of await coverageOf(1000, workerThreads({ workers: 2 }))) {
    expect(count, claim).toBeGreaterThanOrEqual(binomialQuantile(0.005, of, expected));
    if (!isAtLeast) expect(count, claim).toBeLessThanOrEqual(binomialQuantile(0.995, of, expected));
  }
});
