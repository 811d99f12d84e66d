import { expect, test } from 'vitest';
import { choleskyFactor } from '../../src/engine/cholesky.ts';

test.each([
  [[[1]], [[1]], 'one variable'],
  [[[1], [0.6, 1]], [[1], [0.6, 0.8]], 'a pair: 3, 4, 5'],
  [[[4], [12, 37], [-16, -43, 98]], [[2], [6, 1], [-8, 5, 3]], 'the example of the textbooks'],
])('%j has the factor %j: %s', (matrix, factor) => {
  expect(choleskyFactor(matrix)!.map((row) => [...row])).toEqual(
    factor.map((row) => row.map((cell) => expect.closeTo(cell, 12))),
  );
});

test.each([
  [[[1], [1, 1]], 'one variable follows from the other'],
  [[[1], [0.9, 1], [-0.9, 0.9, 1]], 'two that go with a third cannot go against each other'],
  [[[0]], 'no spread'],
  [[[Number.NaN]], 'no number'],
])('%j has none: %s', (matrix) => {
  expect(choleskyFactor(matrix)).toBeUndefined();
});
