import { describe, expect, test } from 'vitest';
import { mean, quantiles, sortedCopy, standardDeviation, variance } from '../../src/statistics/describe.ts';

describe('known answers', () => {
  test('mean, variance and standard deviation', () => {
    const values = new Float64Array([2, 4, 4, 4, 5, 5, 7, 9]);
    expect(mean(values)).toBe(5);
    expect(variance(values)).toBeCloseTo(32 / 7, 14);
    expect(standardDeviation([1, 3])).toBe(Math.SQRT2);
  });

  test('a large common part does not swallow the spread', () => {
    expect(variance([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])).toBe(30);
  });

  test.each([
    [0.05, 16],
    [0.3, 23],
    [0.4, 29],
    [0.5, 35],
    [0, 15],
    [1, 50],
  ])('the quantile at %d of 15, 20, 35, 40, 50 is %d, type 7', (probability, expected) => {
    expect(quantiles([50, 15, 40, 20, 35], [probability])[0]).toBeCloseTo(expected, 12);
  });
});

test('equal values have exactly that mean and no spread', () => {
  for (const count of [2, 3, 7, 10, 49]) {
    const values = new Float64Array(count).fill(0.1);
    expect(mean(values)).toBe(0.1);
    expect(variance(values)).toBe(0);
  }
});

test('sorting is by size, not by text, and leaves the given values alone', () => {
  const values = [10, 9, -1, 100];
  expect(Array.from(sortedCopy(values))).toEqual([-1, 9, 10, 100]);
  expect(values).toEqual([10, 9, -1, 100]);
});

test('what is not known stays so', () => {
  expect(mean([])).toBeNaN();
  expect(variance([1])).toBeNaN();
  expect(mean([1, Number.NaN])).toBeNaN();
  expect(quantiles([1, Number.NaN, 2], [0, 0.5])).toEqual([Number.NaN, Number.NaN]);
});

test('no values, or an impossible probability, are mistakes', () => {
  expect(() => quantiles([], [0.5])).toThrow('at least one value');
  expect(() => quantiles([1], [1.5])).toThrow('no quantile at probability 1.5');
  expect(() => quantiles([1], [Number.NaN])).toThrow('no quantile at probability NaN');
});
