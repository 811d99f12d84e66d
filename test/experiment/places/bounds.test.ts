/** Bounds of a risk agree with tables, with the binomial distribution, and with the smallest number of runs that can show a risk. */
import { describe, expect, test } from 'vitest';
import { pooledShare, riskBounds, runsToShow } from '../../../src/experiment/places/bounds.ts';
import { binomialProbability } from '../../../src/statistics/binomial.ts';

describe('the bounds of a risk', () => {
  // qbeta(0.8, k + 1, n - k) and qbeta(0.2, k, n - k + 1); for k = 0 the upper bound is 1 - 0.2^(1/n)
  test.each([
    [0, 32, 0, 1 - 0.2 ** (1 / 32)],
    [0, 1, 0, 0.8],
    [5, 5, 0.2 ** (1 / 5), 1],
  ])('%i of %i: from %d to %d', (breaches, runs, low, high) => {
    const bounds = riskBounds(breaches, runs, 0.8);
    expect(bounds.low).toBeCloseTo(low, 10);
    expect(bounds.high).toBeCloseTo(high, 10);
  });

  test.each([
    [3, 60, 0.8],
    [1, 40, 0.95],
    [17, 50, 0.9],
  ])('%i of %i at confidence %d are where the tails of the binomial distribution have the rest', (k, n, confidence) => {
    const { low, high } = riskBounds(k, n, confidence);
    const upTo = (most: number, chance: number) =>
      Array.from({ length: most + 1 }, (_, at) => binomialProbability(at, n, chance)).reduce((a, b) => a + b, 0);
    expect(upTo(k, high)).toBeCloseTo(1 - confidence, 9);
    expect(1 - upTo(k - 1, low)).toBeCloseTo(1 - confidence, 9);
  });

  test('of counts that are none are refused', () => {
    expect(() => riskBounds(3, 2, 0.8)).toThrow('3 successes in 2 trials');
  });
});

test.each([
  [0.05, 0.8, 32],
  [0.01, 0.8, 161],
  [0.5, 0.8, 3],
  [0.05, 0.95, 59],
  [0.2, 0.8, 8],
])('a risk of %d at confidence %d takes at least %i runs', (risk, confidence, runs) => {
  expect(runsToShow(risk, confidence)).toBe(runs);
  expect(riskBounds(0, runs, confidence).high).toBeLessThanOrEqual(risk);
  expect(riskBounds(0, runs - 1, confidence).high).toBeGreaterThan(risk);
});

describe('a share over runs', () => {
  test('counts people, and is as uncertain as the runs differ', () => {
    const same = pooledShare([9, 18, 27], [10, 20, 30], 0.8);
    expect([same.share, same.low, same.high].map((x) => Number(x.toFixed(12)))).toEqual([0.9, 0.9, 0.9]);
    // residuals +1 and -1 of 20 people: error sqrt(2 * 2 / 1) / 20 = 0.1, and t(0.8, 1) is tan(0.3 pi)
    const unlike = pooledShare([9, 7], [10, 10], 0.8);
    expect(unlike.share).toBeCloseTo(0.8, 12);
    expect(unlike.high).toBeCloseTo(0.8 + 0.1 * Math.tan(0.3 * Math.PI), 6);
    expect(unlike.low).toBeCloseTo(0.8 - 0.1 * Math.tan(0.3 * Math.PI), 6);
  });

  test('of nobody is not known, and of one run may be anything', () => {
    expect(pooledShare([0, 0], [0, 0], 0.8).share).toBeNaN();
    expect(pooledShare([1], [2], 0.8)).toEqual({ share: 0.5, low: 0, high: 1 });
  });
});
