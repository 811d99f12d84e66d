/** Shrinkage: what is left varies as it would without noise, whichever sums and differences it is written in. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mean, variance } from '../../src/statistics/describe.ts';
import { covarianceOf, withoutNoise } from '../../src/statistics/shrinkage.ts';

test('a single row keeps its mean and loses the variance of its noise', () => {
  const row = [1, 2, 3, 6];
  const [drawn] = withoutNoise([row], [[variance(row) / 4]]);
  expect(mean(drawn!)).toBeCloseTo(3, 12);
  expect(variance(drawn!)).toBeCloseTo((3 / 4) * variance(row), 12);
  expect((drawn![3] - 3) / (6 - 3)).toBeCloseTo(Math.sqrt(3 / 4), 12);
});

test('what varies less than its noise does not vary any more, and what has none is as it was', () => {
  expect([...withoutNoise([[1, 2, 3]], [[1.5]])[0]]).toEqual([2, 2, 2]);
  expect([...withoutNoise([[1, 2, 3]], [[0]])[0]]).toEqual([1, 2, 3].map((value) => expect.closeTo(value, 12)));
  const equal = [5, 5, 5];
  expect([...withoutNoise([equal], [[0]])[0]]).toEqual(equal);
});

describe('of two rows', () => {
  const values = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
    minLength: 4,
    maxLength: 12,
  });
  const isSpread = (rows: readonly (readonly number[])[]) => {
    const [[a, b], [, d]] = covarianceOf(rows).map((row) => [...row]) as [[number, number], [number, number]];
    return a * d - b * b > 1;
  };

  test('the covariance is that of the rows less that of the noise, where the noise is the smaller', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 0.9, noNaN: true }), (pairs, part) => {
        const rows = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        fc.pre(isSpread(rows));
        const covariance = covarianceOf(rows);
        const noise = covariance.map((row) => row.map((value) => part * value));
        const left = covarianceOf(withoutNoise(rows, noise)).map((row) => [...row]);
        const wanted = covariance.map((row) => [...row].map((value) => expect.closeTo((1 - part) * value, 6)));
        expect(left).toEqual(wanted);
      }),
    );
  });

  test('it does not matter in which sums and differences they are written', () => {
    fc.assert(
      fc.property(values, (pairs) => {
        const rows = [pairs.map(([a]) => a), pairs.map(([, b]) => b)] as const;
        fc.pre(isSpread(rows));
        const noise = [
          [2, 0.5],
          [0.5, 1],
        ];
        const turned = [rows[0].map((value, at) => value - rows[1][at]), rows[1].map((value) => 3 * value)];
        const turnedNoise = [
          [2 - 2 * 0.5 + 1, 3 * (0.5 - 1)],
          [3 * (0.5 - 1), 9],
        ];
        const [first, second] = withoutNoise(rows, noise);
        const [difference, threefold] = withoutNoise(turned, turnedNoise);
        first!.forEach((value, at) => {
          expect(difference![at]).toBeCloseTo(value - second![at], 6);
          expect(threefold![at]).toBeCloseTo(3 * second![at], 6);
        });
      }),
    );
  });
});
