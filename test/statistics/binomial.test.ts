import { describe, expect, test } from 'vitest';
import { binomialProbability, binomialQuantile, exactBinomialTest } from '../../src/statistics/binomial.ts';
import { relativeError } from './relative-error.ts';

describe('the exact test', () => {
  test("Mendel's peas, the example of binom.test in R: p = 0.3825", () => {
    expect(exactBinomialTest(682, 925, 0.75).toFixed(4)).toBe('0.3825');
  });

  // SciPy 1.17.1, scipy.stats.binomtest, which follows R.
  test.each([
    [682, 925, 0.75, 0.3824915595748517],
    [2, 10, 0.5, 0.109375],
    [0, 10, 0.1, 0.612579511],
    [10, 10, 0.5, 0.001953125],
    [7, 20, 0.3, 0.6294979666766769],
    [15, 100, 0.05, 0.00013585423899229154],
    [501, 1000, 0.5, 0.9747749818216395],
    [52000, 100000, 0.5, 1.1530938666727834e-36],
    [90, 1000, 0.1, 0.316495671582143],
    [0, 1, 0.5, 1],
  ])('%d of %d against %d gives %d', (successes, trials, chance, expected) => {
    expect(relativeError(exactBinomialTest(successes, trials, chance), expected)).toBeLessThan(1e-9);
  });

  test.each([
    [0, 3, 0, 1, 'what cannot happen did not'],
    [3, 3, 0, 0, 'what cannot happen did'],
    [4, 4, 1, 1, 'what must happen did'],
    [3, 4, 1, 0, 'what must happen did not'],
    [0, 0, 0.3, 1, 'nothing was tried'],
  ])('%d of %d against %d gives %d: %s', (successes, trials, chance, expected) => {
    expect(exactBinomialTest(successes, trials, chance)).toBe(expected);
  });

  test.each([
    [-1, 5, 0.5],
    [6, 5, 0.5],
    [1.5, 5, 0.5],
    [1, 5, 1.5],
    [1, 5, Number.NaN],
  ])('%d of %d against %d is a mistake', (successes, trials, chance) => {
    expect(() => exactBinomialTest(successes, trials, chance)).toThrow();
  });
});

// SciPy 1.17.1, scipy.stats.binom.
test.each([
  [3, 10, 0.2, 0.201326592],
  [0, 10, 0.2, 0.1073741824],
  [10, 10, 0.2, 1.024e-7],
  [30000, 100000, 0.3, 0.002752954648397429],
])('%d of %d at %d has probability %d', (successes, trials, chance, expected) => {
  expect(relativeError(binomialProbability(successes, trials, chance), expected)).toBeLessThan(1e-10);
});

test.each([
  [0.025, 10, 0.5, 2],
  [0.975, 10, 0.5, 8],
  [0.025, 1000, 0.3, 272],
  [0.975, 100000, 0.01, 1062],
])('the quantile at %d of %d trials at %d is %d', (probability, trials, chance, expected) => {
  expect(binomialQuantile(probability, trials, chance)).toBe(expected);
});
