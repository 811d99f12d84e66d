import { describe, expect, test } from 'vitest';
import {
  centralInterval,
  meanInterval,
  proportionInterval,
  quantileInterval,
  wilsonInterval,
} from '../../src/statistics/intervals.ts';

const infinite = Number.POSITIVE_INFINITY;

describe('a mean', () => {
  // SciPy 1.17.1, scipy.stats.t.interval.
  test("has Student's interval", () => {
    const values = new Float64Array([5.1, 4.9, 6.2, 5.8, 5.5, 6.0, 5.3]);
    const { mean, low, high, standardError, count } = meanInterval(values);
    expect(mean).toBeCloseTo(5.542857142857143, 12);
    expect(low).toBeCloseTo(5.099776092954625, 10);
    expect(high).toBeCloseTo(5.985938192759661, 10);
    expect(standardError).toBeCloseTo(0.1810776508745861, 12);
    expect(count).toBe(7);
    expect(meanInterval(values, 0.9).low).toBeCloseTo(5.190990622435612, 10);
  });

  test('of equal values has an interval of no width', () => {
    expect(meanInterval([0.1, 0.1, 0.1])).toEqual({ mean: 0.1, low: 0.1, high: 0.1, standardError: 0, count: 3 });
  });

  test('of one value, or none, is not bounded', () => {
    expect(meanInterval([4])).toEqual({ mean: 4, low: -infinite, high: infinite, standardError: Number.NaN, count: 1 });
    expect(meanInterval([])).toMatchObject({ mean: Number.NaN, low: -infinite, high: infinite, count: 0 });
  });
});

describe('a quantile', () => {
  const values = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

  test('the median of ten values lies between the second and the ninth', () => {
    expect(quantileInterval(values, 0.5)).toEqual({ quantile: 5.5, low: 2, high: 9 });
  });

  test('too few values do not bound it', () => {
    expect(quantileInterval([1, 2, 3], 0.5)).toEqual({ quantile: 2, low: -infinite, high: infinite });
    expect(quantileInterval(values, 0.9).high).toBe(infinite);
    expect(quantileInterval(values, 0.1).low).toBe(-infinite);
  });

  test('the central interval describes the spread, not the error', () => {
    const outcomes = Float64Array.from({ length: 101 }, (_, i) => 100 - i);
    expect(centralInterval(outcomes, 0.9)).toEqual({
      median: 50,
      low: expect.closeTo(5, 10),
      high: expect.closeTo(95, 10),
    });
  });
});

describe('a proportion', () => {
  // Newcombe (1998), Statistics in Medicine 17, table I, method 3.
  test.each([
    [81, 263, '0.2553', '0.3662'],
    [15, 148, '0.0624', '0.1605'],
    [0, 20, '0.0000', '0.1611'],
    [1, 29, '0.0061', '0.1718'],
  ])("%d of %d has Wilson's interval from %s to %s", (successes, trials, low, high) => {
    const interval = proportionInterval(successes, trials);
    expect(interval.proportion).toBe(successes / trials);
    expect(interval.low.toFixed(4)).toBe(low);
    expect(interval.high.toFixed(4)).toBe(high);
  });

  test('at another level (SciPy 1.17.1, proportion_ci)', () => {
    const { low, high } = proportionInterval(682, 925, 0.99);
    expect(low).toBeCloseTo(0.698428385260326, 12);
    expect(high).toBeCloseTo(0.7727862521492951, 12);
  });

  test('the ends are 0 and 1 exactly where they should be', () => {
    for (const trials of [1, 3, 7, 20, 1000]) {
      expect(proportionInterval(0, trials).low).toBe(0);
      expect(proportionInterval(trials, trials).high).toBe(1);
    }
    expect(wilsonInterval(Number.NaN, 0)).toEqual({ low: 0, high: 1 });
  });

  test('what are no counts, or no level, is a mistake', () => {
    expect(() => proportionInterval(3, 2)).toThrow('3 successes in 2 trials');
    expect(() => proportionInterval(1, 2, 95)).toThrow('a level lies between 0 and 1, not at 95');
    expect(() => meanInterval([1], 1)).toThrow('a level lies between 0 and 1, not at 1');
  });
});
