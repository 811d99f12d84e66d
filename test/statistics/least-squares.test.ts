/** Least squares with a prior: known answers of linear problems, and a curved one that steps must solve. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { covarianceLeft, gaussNewtonStep } from '../../src/statistics/least-squares.ts';

test('one parameter seen once, as well as known before: half-way, with half the variance', () => {
  const jacobian = [[1]];
  expect(gaussNewtonStep({ point: [0], residuals: [-2], jacobian })[0]).toBeCloseTo(1, 12);
  expect(covarianceLeft(jacobian, 1)[0][0]).toBeCloseTo(0.5, 12);
});

test('seen n times, the mean is drawn to what was known before as by one more observation of 0', () => {
  const seen = [3, 5, 1, 7];
  const step = gaussNewtonStep({ point: [0], residuals: seen.map((value) => -value), jacobian: seen.map(() => [1]) });
  expect(step[0]).toBeCloseTo(16 / 5, 12);
});

test('what is left out does not pull', () => {
  const given = { point: [0], residuals: [-2, -100], jacobian: [[1], [1]] };
  expect(gaussNewtonStep(given, new Set([1]))[0]).toBeCloseTo(1, 12);
});

test('of a linear problem one step is the answer: a second one is nothing', () => {
  const number = fc.double({ min: -3, max: 3, noNaN: true });
  const rows = fc.array(fc.tuple(number, number, number), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      rows,
      fc.tuple(number, number, number),
      fc.array(number, { minLength: 8, maxLength: 8 }),
      (jacobian, point, data) => {
        const residualsAt = (x: ArrayLike<number>) =>
          jacobian.map((row, at) => row.reduce((sum, slope, index) => sum + slope * x[index], -data[at]));
        const step = gaussNewtonStep({ point, residuals: residualsAt(point), jacobian });
        const next = point.map((value, index) => value + step[index]);
        for (const more of gaussNewtonStep({ point: next, residuals: residualsAt(next), jacobian })) {
          expect(Math.abs(more)).toBeLessThan(1e-8);
        }
      },
    ),
  );
});

test("Rosenbrock's valley, with a weak prior, is walked to its end at (1, 1)", () => {
  const weight = 1e4;
  let point = [-1.2, 1];
  for (let round = 0; round < 30; round++) {
    const [x, y] = point as [number, number];
    const residuals = [weight * 10 * (y - x * x), weight * (1 - x)];
    const jacobian = [
      [-20 * weight * x, 10 * weight],
      [-weight, 0],
    ];
    const step = gaussNewtonStep({ point, residuals, jacobian });
    point = point.map((value, index) => value + step[index]);
  }
  expect(point[0]).toBeCloseTo(1, 5);
  expect(point[1]).toBeCloseTo(1, 5);
});

test('two parameters that are only seen together stay uncertain apart', () => {
  const covariance = covarianceLeft(
    Array.from({ length: 100 }, () => [1, 1]),
    2,
  );
  expect(covariance[0][0]).toBeCloseTo(101 / 201, 10);
  expect(covariance[0][1]).toBeCloseTo(-100 / 201, 10);
});
