import { expect, test } from 'vitest';
import { betaWeight, incompleteBeta } from '../../src/engine/beta.ts';
import { relativeError } from '../statistics/relative-error.ts';

// SciPy 1.17.1, scipy.special.betainc.
test.each([
  [0.5, 0.5, 0.3, 0.36901011956554536],
  [2, 3, 0.4, 0.5248],
  [5, 0.5, 0.9, 0.3166429150200122],
  [50, 0.5, 0.96, 0.043860884260170305],
  [10, 200, 0.05, 0.6013895619129598],
  [1000, 2000, 0.34, 0.7812150911606441],
  [1e5, 0.5, 0.9999, 7.74036967094646e-6],
])('I(%d, %d) at %d is %d', (a, b, x, expected) => {
  expect(relativeError(incompleteBeta(a, b, x), expected)).toBeLessThan(1e-10);
});

test('ends and symmetry', () => {
  expect(incompleteBeta(2, 3, 0)).toBe(0);
  expect(incompleteBeta(2, 3, 1)).toBe(1);
  expect(incompleteBeta(7, 7, 0.5)).toBeCloseTo(0.5, 14);
  expect(incompleteBeta(4, 9, 0.2) + incompleteBeta(9, 4, 0.8)).toBeCloseTo(1, 14);
});

test.each([
  [2, 3, 0.4, 12 * 0.4 ** 2 * 0.6 ** 3],
  [0.5, 0.5, 0.3, Math.sqrt(0.21) / Math.PI],
  [0.01, 1, 0.5, 0.01 * 0.5 ** 0.01 * 0.5],
  [100, 1, 0.99, 100 * 0.99 ** 100 * 0.01],
])('the weight of shapes %d and %d at %d is x^a (1 - x)^b / B(a, b)', (a, b, x, expected) => {
  expect(relativeError(betaWeight(a, b, x, 1 - x), expected)).toBeLessThan(1e-12);
});
