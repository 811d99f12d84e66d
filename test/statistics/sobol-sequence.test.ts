/** Sobol points are those of Joe and Kuo, fill every dimension evenly, and integrate better than chance. */
import { describe, expect, test } from 'vitest';
import { randomKey, uniform } from '../../src/engine/random.ts';
import { MOST_DIMENSIONS, sobolPoints } from '../../src/statistics/sobol-sequence.ts';

const key = randomKey('sobol', 0);

describe('the first 64 points', () => {
  const points = sobolPoints(64, MOST_DIMENSIONS, key);

  test.each(Array.from({ length: MOST_DIMENSIONS }, (_, dimension) => dimension))(
    'have one in each 64th of dimension %i',
    (dimension) => {
      const parts = points.map((point) => Math.floor(64 * point[dimension]));
      expect(new Set(parts).size).toBe(64);
    },
  );

  test('have one in each box of the first two dimensions, 8 by 8, which are a net of the best kind', () => {
    const boxes = points.map(([x, y]) => 8 * Math.floor(8 * x!) + Math.floor(8 * y!));
    expect(new Set(boxes).size).toBe(64);
  });

  test('lie strictly between 0 and 1, and no two dimensions are the same', () => {
    for (const point of points) for (const x of point) expect(x > 0 && x < 1).toBe(true);
    const columns = Array.from({ length: MOST_DIMENSIONS }, (_, d) => points.map((point) => point[d]));
    for (const [at, column] of columns.entries()) {
      for (const other of columns.slice(at + 1)) {
        const products = column.map((x, i) => (x - 0.5) * (other[i] - 0.5));
        expect(Math.abs(products.reduce((sum, x) => sum + x, 0)) * (12 / 64)).toBeLessThan(0.6);
      }
    }
  });
});

test('without the shift the first points are the published ones', () => {
  const [zero] = sobolPoints(1, 3, key);
  const bits = (x: number) => Math.floor(x * 2 ** 32);
  const unshifted = sobolPoints(8, 3, key).map((point) =>
    Array.from(point, (x, d) => ((bits(x) ^ bits(zero![d])) >>> 0) / 2 ** 32),
  );
  expect(unshifted).toEqual([
    [0, 0, 0],
    [0.5, 0.5, 0.5],
    [0.75, 0.25, 0.25],
    [0.25, 0.75, 0.75],
    [0.375, 0.375, 0.625],
    [0.875, 0.875, 0.125],
    [0.625, 0.125, 0.875],
    [0.125, 0.625, 0.375],
  ]);
});

test('the mean of a product over ten dimensions is nearer to the truth than by chance, in 20 of 20 shifts together', () => {
  const f = (point: ArrayLike<number>) => Array.from(point).reduce((product, x) => product * (1 + (x - 0.5) / 2), 1);
  const error = (points: readonly ArrayLike<number>[]) =>
    (points.reduce((sum, point) => sum + f(point), 0) / points.length - 1) ** 2;
  let [even, chance] = [0, 0];
  for (let shift = 0; shift < 20; shift++) {
    const own = randomKey('shift', shift);
    even += error(sobolPoints(256, 10, own));
    chance += error(
      Array.from({ length: 256 }, (_, i) =>
        Float64Array.from({ length: 10 }, (_, d) => uniform(own.low, own.high, i, d + 1)),
      ),
    );
  }
  expect(even).toBeLessThan(chance / 10);
});

test('more dimensions than there are direction numbers are refused', () => {
  expect(() => sobolPoints(1, MOST_DIMENSIONS + 1, key)).toThrow(RangeError);
});
