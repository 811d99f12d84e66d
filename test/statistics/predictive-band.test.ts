/** A band holds the next value as often as it says, whatever its distribution. */
import { describe, expect, test } from 'vitest';
import { fewestFor, medianOf, mostPromised, predictiveBand } from '../../src/statistics/predictive-band.ts';

const upTo = (count: number) => Float64Array.from({ length: count }, (_, at) => at + 1);

describe('known answers', () => {
  test.each([
    [3, 0.5, 1, 3],
    [7, 0.5, 2, 6],
    [9, 0.8, 1, 9],
    [39, 0.95, 1, 39],
    [79, 0.95, 2, 78],
    [9, 0.5, 2.5, 7.5],
    [12, 0.95, 1, 12],
    [1, 0.95, 1, 1],
  ])('of %i values, %d', (count, level, low, high) => {
    const band = predictiveBand(upTo(count), level);
    expect(band.low).toBeCloseTo(low, 12);
    expect(band.high).toBeCloseTo(high, 12);
  });

  test('the median of an odd and of an even number, in any order', () => {
    expect([medianOf([3, 1, 2]), medianOf([4, 1, 3, 2]), medianOf([5])]).toEqual([2, 2.5, 5]);
  });

  test('the fewest values for a level promise it, and one less does not', () => {
    for (const level of [0.5, 0.8, 0.95]) {
      expect(mostPromised(fewestFor(level))).toBeGreaterThanOrEqual(level - 1e-12);
      expect(mostPromised(fewestFor(level) - 1)).toBeLessThan(level);
    }
    expect([fewestFor(0.5), fewestFor(0.8), fewestFor(0.95)]).toEqual([3, 9, 39]);
  });
});

test('left out in turn, values fall into the band of the others as often as it says', () => {
  const values = Float64Array.from({ length: 40 }, (_, at) => at * at);
  const inside = [...values].filter((value, left) => {
    const { low, high } = predictiveBand(
      values.filter((_, at) => at !== left),
      0.8,
    );
    return low <= value && value <= high;
  });
  expect(inside.length / 40).toBe(0.8);
});

test('nothing, and a level that is none, are refused', () => {
  expect(() => predictiveBand([], 0.5)).toThrow('at least one value');
  expect(() => medianOf([])).toThrow('at least one value');
  expect(() => predictiveBand([1, 2], 1)).toThrow('between 0 and 1');
});
