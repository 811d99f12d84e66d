/** Eigen: a known matrix, and what makes them eigenvectors of any. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eigenOf } from '../../src/statistics/eigen.ts';

test('of 2, 1 / 1, 2 the values are 1 and 3', () => {
  const { values } = eigenOf([
    [2, 1],
    [1, 2],
  ]);
  expect([...values].sort()).toEqual([expect.closeTo(1, 14), expect.closeTo(3, 14)]);
});

test('of the second difference of four points the values are 2 less twice the cosines of fifths of a half turn', () => {
  const matrix = Array.from({ length: 4 }, (_, i) =>
    Array.from({ length: 4 }, (_, j) => (i === j ? 2 : Math.abs(i - j) === 1 ? -1 : 0)),
  );
  const known = [1, 2, 3, 4].map((k) => 2 - 2 * Math.cos((k * Math.PI) / 5));
  expect([...eigenOf(matrix).values].sort()).toEqual(known.map((value) => expect.closeTo(value, 13)));
});

test('any symmetric matrix is its values along its vectors, which have length one and right angles', () => {
  const number = fc.double({ min: -100, max: 100, noNaN: true });
  const matrices = fc
    .integer({ min: 1, max: 6 })
    .chain((size) =>
      fc
        .array(number, { minLength: size * size, maxLength: size * size })
        .map((flat) =>
          Array.from({ length: size }, (_, i) =>
            Array.from({ length: size }, (_, j) => flat[Math.min(i, j) * size + Math.max(i, j)]),
          ),
        ),
    );
  fc.assert(
    fc.property(matrices, (matrix) => {
      const { values, vectors } = eigenOf(matrix);
      const again = matrix.map((row, i) =>
        row.map((_, j) => vectors.reduce((sum, own, k) => sum + values[k] * own[i] * own[j], 0)),
      );
      const angles = vectors.map((a) => vectors.map((b) => a.reduce((sum, value, at) => sum + value * b[at], 0)));
      expect(again.flat()).toEqual(matrix.flat().map((value) => expect.closeTo(value, 8)));
      angles.forEach((row, i) => {
        row.forEach((value, j) => {
          expect(value).toBeCloseTo(i === j ? 1 : 0, 12);
        });
      });
    }),
  );
});
