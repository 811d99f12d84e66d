import { describe, expect, test } from 'vitest';
import { studentQuantile } from '../../src/statistics/student.ts';
import { relativeError } from './relative-error.ts';

describe('the table printed in every textbook', () => {
  test.each([
    // degrees  0.90    0.975   0.995
    [1, 3.078, 12.706, 63.657],
    [2, 1.886, 4.303, 9.925],
    [5, 1.476, 2.571, 4.032],
    [10, 1.372, 2.228, 3.169],
    [30, 1.31, 2.042, 2.75],
    [120, 1.289, 1.98, 2.617],
  ])('%d degrees of freedom', (degrees, ninety, ninetySevenAndHalf, ninetyNineAndHalf) => {
    expect(Number(studentQuantile(0.9, degrees).toFixed(3))).toBe(ninety);
    expect(Number(studentQuantile(0.975, degrees).toFixed(3))).toBe(ninetySevenAndHalf);
    expect(Number(studentQuantile(0.995, degrees).toFixed(3))).toBe(ninetyNineAndHalf);
  });
});

// SciPy 1.17.1, scipy.stats.t.ppf.
test.each([
  [0.975, 1, 12.706204736174694],
  [0.975, 3, 3.1824463052837078],
  [0.975, 1000, 1.9623390808264083],
  [0.975, 1e6, 1.959966356814107],
  [0.975, 2.5, 3.5746548420036817],
  [0.6, 0.5, 0.3979754267847907],
  [1e-6, 4, -41.577854150450975],
])('the quantile at %d with %d degrees is %d, to ten digits', (probability, degrees, expected) => {
  expect(relativeError(studentQuantile(probability, degrees), expected)).toBeLessThan(1e-10);
});

test('symmetric about zero', () => {
  expect(studentQuantile(0.5, 7)).toBe(0);
  expect(studentQuantile(0.25, 7)).toBe(-studentQuantile(0.75, 7));
});

test('impossible arguments are mistakes', () => {
  expect(() => studentQuantile(1, 5)).toThrow('no t quantile at probability 1');
  expect(() => studentQuantile(0.9, 0)).toThrow('0 degrees of freedom');
});
